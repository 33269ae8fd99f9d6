import { defineOutcomeBlock } from '@plenary/document';
import { z } from 'zod/mini';
import { outcomeNode } from '../frame/outcome-node.ts';
import { questionWords } from './question.messages.ts';

/** Something a group could not answer. Nothing is picked on it. */
export const question = defineOutcomeBlock({
  kind: 'question',
  tone: 'teal',
  node: outcomeNode('question', []),
  data: z.object({}),
  words: questionWords,
  synthesis: { form: 'list', order: 4 },
  details: () => [],
});
