import type { Mutant } from './mutant.ts';

export const broadcastBeforeCommit: Mutant = {
  name: 'broadcast-before-commit',
  what: 'Others see an edit when it is applied, before it is stored.',
  edits: [
    {
      file: 'packages/sync/src/live-document.ts',
      find: '    this.#applied.push(pendingEdit(edit, now.head, this.#host.clock.now()));\n',
      put: '    const early = pendingEdit(edit, now.head, this.#host.clock.now());\n    this.#applied.push(early);\n    this.#events.stored(early, now.replica.seq);\n    this.#events.advanced(now.head);\n',
    },
  ],
  check: 'broadcast-after-commit',
  chaos: ['kill-everybody', 'kill-returning'],
};
