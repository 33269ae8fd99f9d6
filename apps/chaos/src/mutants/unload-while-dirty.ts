import type { Mutant } from './mutant.ts';

export const unloadWhileDirty: Mutant = {
  name: 'unload-while-dirty',
  what: 'A room leaves memory with the last connection although edits are still on their way to the disk.',
  edits: [
    {
      file: 'packages/sync/src/room.ts',
      find: ' && this.live && this.#document.settledDown,',
      put: ' && this.live,',
    },
  ],
  check: 'dirty-room-stays',
  chaos: 'needs a disk that takes longer than the half minute for which an empty room stays',
};
