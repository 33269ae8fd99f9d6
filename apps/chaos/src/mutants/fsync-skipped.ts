import type { Mutant } from './mutant.ts';

export const fsyncSkipped: Mutant = {
  name: 'fsync-skipped',
  what: 'SQLite is told not to wait for the disk.',
  edits: [
    {
      file: 'packages/storage/src/sqlite/open-database.ts',
      find: 'PRAGMA synchronous = FULL;',
      put: 'PRAGMA synchronous = OFF;',
    },
  ],
  check: 'fsync-before-echo',
  chaos: 'the page cache outlives a killed process; only a tracer, or a loss of power, sees it',
};
