import { defineOutcomeBlock } from '@plenary/document';
import { z } from 'zod/mini';
import { outcomeNode } from '../frame/outcome-node.ts';
import { detail, pickedText } from '../frame/picked-text.ts';
import { recommendationWords } from './recommendation.messages.ts';

/** Something a group asks others to do. `to`: whom it asks. */
export const recommendation = defineOutcomeBlock({
  kind: 'recommendation',
  tone: 'blue',
  node: outcomeNode('recommendation', ['to']),
  data: z.object({ to: pickedText }),
  words: recommendationWords,
  synthesis: { form: 'list', order: 2 },
  gatheredBy: ['to'],
  details: ({ to }, lang) => detail(recommendationWords[lang].fields['to'] ?? '', to),
});
