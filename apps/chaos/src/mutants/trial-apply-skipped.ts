import type { Mutant } from './mutant.ts';

export const trialApplySkipped: Mutant = {
  name: 'trial-apply-skipped',
  what: 'What passes the checks is stored, whether or not Yjs can apply it.',
  edits: [
    {
      file: 'packages/sync/src/replica.ts',
      find: "    if (this.isPending()) throw new Error('The update did not fit completely.');\n",
      put: '',
    },
    {
      file: 'packages/sync/src/replica.ts',
      find: '      Y.applyUpdate(this.#doc, update);\n      // Within',
      put: '      try {\n        Y.applyUpdate(this.#doc, update);\n      } catch {}\n      // Within',
    },
  ],
  check: 'only-what-fits',
  chaos: 'honest clients send nothing of the kind; the fuzzer does',
};
