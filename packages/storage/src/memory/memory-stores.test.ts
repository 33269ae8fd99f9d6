import { describeDocumentStore } from '@plenary/sync/contract/document-store';
import { describePictureStore } from '../contract/picture-store.contract.ts';
import { describePublicationStore } from '../contract/publication-store.contract.ts';
import { describeSummitStore } from '../contract/summit-store.contract.ts';
import { addTrialDocument } from '../../fixtures/documents.ts';
import { createMemoryStores } from './memory-stores.ts';

describeDocumentStore('Memory', async () => {
  const { documents, summits } = createMemoryStores();
  return {
    store: documents,
    addDocument: (id, seed) => addTrialDocument(summits, id, seed),
    close: async () => {},
  };
});

describePublicationStore('Memory', async () => ({ ...createMemoryStores(), close: async () => {} }));

describeSummitStore('Memory', async () => ({ ...createMemoryStores(), close: async () => {} }));

describePictureStore('Memory', async () => ({ ...createMemoryStores(), close: async () => {} }));
