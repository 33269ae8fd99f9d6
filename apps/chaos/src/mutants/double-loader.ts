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
  chaos:
    'two have to open a document within the millisecond in which it is read, which is luck: one run of three met it; the directed check holds the reading back',
};
