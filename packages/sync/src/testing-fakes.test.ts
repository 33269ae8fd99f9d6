import { describeDocumentStore } from './contract/document-store.contract.ts';
import { createFakeStore } from './testing-fakes.ts';

describeDocumentStore('The fake the tests of sync use', async () => {
  const store = createFakeStore();
  return {
    store,
    async addDocument(document, seed) {
      store.add(document, seed);
    },
    async close() {},
  };
});
