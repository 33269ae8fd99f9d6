import { describeUpdateBus } from '@plenary/sync/contract/update-bus';
import { createMemoryBus } from './memory-bus.ts';

describeUpdateBus('the bus in memory', async () => {
  const bus = createMemoryBus();
  return {
    connect: () => bus.connect(),
    async quiet() {
      await Promise.resolve();
    },
    async close() {},
  };
});
