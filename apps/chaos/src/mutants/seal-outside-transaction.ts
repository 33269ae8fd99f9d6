import type { Mutant } from './mutant.ts';

export const sealOutsideTransaction: Mutant = {
  name: 'seal-outside-transaction',
  what: 'The transaction that appends does not look at the seal; the room, which hears of it later, is trusted.',
  edits: [
    {
      file: 'packages/storage/src/sqlite/document-log.ts',
      find: 'WHERE id = ? AND epoch = ? AND sealed_seq IS NULL RETURNING key, seq',
      put: 'WHERE id = ? AND epoch = ? RETURNING key, seq',
    },
    {
      file: 'packages/storage/src/sqlite/document-log.ts',
      find: "  return row['sealed_seq'] === null ? undefined : 'sealed';",
      put: '  return undefined;',
    },
  ],
  check: 'sealed-is-final',
  chaos: 'the window is a few milliseconds after each signature; the directed check opens it on purpose',
};
