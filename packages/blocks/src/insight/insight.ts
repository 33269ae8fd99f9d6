import { defineOutcomeBlock } from '@plenary/document';
import { z } from 'zod/mini';
import { outcomeNode } from '../frame/outcome-node.ts';
import { insightWords } from './insight.messages.ts';

/** Something a group has learnt. Nothing is picked on it. */
export const insight = defineOutcomeBlock({
  kind: 'insight',
  tone: 'amber',
  node: outcomeNode('insight', []),
  data: z.object({}),
  words: insightWords,
  synthesis: { form: 'list', order: 5 },
  details: () => [],
});
