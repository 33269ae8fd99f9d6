import type { Mutant } from './mutant.ts';

export const failedTurnStored: Mutant = {
  name: 'failed-turn-stored',
  what: 'When Yjs throws at one of the edits of a turn, the others are stored all the same.',
  edits: [
    {
      file: 'packages/sync/src/live-document.ts',
      find: "      this.#host.meter.count('replica_dropped');\n",
      put: '      for (const edit of this.#applied) this.#edits.add(edit);\n      this.#host.queue.add(this);\n',
    },
  ],
  check: 'failed-turn-is-undone',
  chaos: 'honest clients send nothing of the kind; the fuzzer does',
};
