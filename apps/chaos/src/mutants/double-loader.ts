import type { Mutant } from './mutant.ts';

export const doubleLoader: Mutant = {
  name: 'double-loader',
  what: 'A room is known only once its document has been read; who opens meanwhile gets another.',
  edits: [
    {
      file: 'packages/sync/src/rooms.ts',
      find: '    rooms.set(document, room);\n',
      put: '    void store.load(document).then(() => rooms.set(document, room));\n',
    },
  ],
  check: 'one-room',
  chaos: ['return-at-once'],
};
