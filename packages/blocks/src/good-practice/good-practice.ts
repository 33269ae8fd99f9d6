import { defineOutcomeBlock } from '@plenary/document';
import { z } from 'zod/mini';
import { outcomeNode } from '../frame/outcome-node.ts';
import { detail, pickedText } from '../frame/picked-text.ts';
import { goodPracticeWords } from './good-practice.messages.ts';

/**
 * Something that works and that others can do too. Its text has the parts `context`, `done` and `result`, which are
 * written together; `contact`, who can be asked about it, is picked.
 */
export const goodPractice = defineOutcomeBlock({
  kind: 'goodPractice',
  tone: 'green',
  node: outcomeNode('goodPractice', ['contact'], { names: ['context', 'done', 'result'], main: 'done' }),
  data: z.object({ contact: pickedText }),
  words: goodPracticeWords,
  synthesis: { form: 'list', order: 6 },
  details: ({ contact }, lang) => detail(goodPracticeWords[lang].fields['contact'] ?? '', contact),
});
