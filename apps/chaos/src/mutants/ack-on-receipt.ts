import type { Mutant } from './mutant.ts';

export const ackOnReceipt: Mutant = {
  name: 'ack-on-receipt',
  what: 'A marker is echoed as soon as it comes, as if receipt were storage.',
  edits: [
    {
      file: 'packages/sync/src/replies.ts',
      find: '    this.#document.after(position, (reached) => {\n      if (reached) session.acknowledge(position);\n    });',
      put: '    session.acknowledge(Math.max(position, Number.MAX_SAFE_INTEGER));',
    },
  ],
  check: 'echo-after-commit',
  chaos: ['kill-everybody', 'kill-returning'],
};
