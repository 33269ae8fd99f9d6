import type { Mutant } from './mutant.ts';

export const markerBeforeAnswer: Mutant = {
  name: 'marker-before-answer',
  what: 'A marker does not wait for the answer that holds what was typed off line.',
  edits: [
    {
      file: 'packages/sync/src/markers.ts',
      find: '    if (this.#unanswered) return [];\n',
      put: '',
    },
  ],
  check: 'echo-after-answer',
  chaos: ['kill-returning'],
};
