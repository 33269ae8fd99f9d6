import type { Mutant } from './mutant.ts';

export const broadcastBeforeCommit: Mutant = {
  name: 'broadcast-before-commit',
  what: 'Others see an edit when it is applied, before it is stored.',
  edits: [
    {
      file: 'packages/sync/src/live-document.ts',
      find: '    this.#host.queue.add(this);\n    return true;',
      put: '    this.#host.queue.add(this);\n    this.#events.stored({ ...edit, request: { document: this.id, epoch, update, author, claims, at } }, now.replica.seq);\n    this.#events.advanced(now.head);\n    return true;',
    },
  ],
  check: 'broadcast-after-commit',
  chaos: ['kill-everybody', 'kill-returning'],
};
