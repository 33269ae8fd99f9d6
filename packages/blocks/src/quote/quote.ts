import { defineOutcomeBlock } from '@plenary/document';
import { z } from 'zod/mini';
import { outcomeNode } from '../frame/outcome-node.ts';
import { detail, pickedText } from '../frame/picked-text.ts';
import { quoteWords } from './quote.messages.ts';

/** What somebody said, in their own words. `speaker`: who said it; `organisation`: for whom they spoke. */
export const quote = defineOutcomeBlock({
  kind: 'quote',
  tone: 'sand',
  node: outcomeNode('quote', ['speaker', 'organisation']),
  data: z.object({ speaker: pickedText, organisation: pickedText }),
  words: quoteWords,
  synthesis: { form: 'list', order: 7 },
  gatheredBy: ['organisation', 'speaker'],
  details({ speaker, organisation }, lang) {
    const { fields } = quoteWords[lang];
    return [
      ...detail(fields['speaker'] ?? '', speaker),
      ...detail(fields['organisation'] ?? '', organisation),
    ];
  },
});
