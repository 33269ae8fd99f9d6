import { defineOutcomeBlock } from '@plenary/document';
import { z } from 'zod/mini';
import { outcomeNode } from '../frame/outcome-node.ts';
import { decisionWords } from './decision.messages.ts';

/** Something a group has settled. Nothing is picked on it: who decided is the group, and when is the session. */
export const decision = defineOutcomeBlock({
  kind: 'decision',
  tone: 'violet',
  node: outcomeNode('decision', []),
  data: z.object({}),
  words: decisionWords,
  synthesis: { form: 'list', order: 1 },
  details: () => [],
});
