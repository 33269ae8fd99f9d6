import { defineOutcomeBlock } from '@plenary/document';
import { z } from 'zod';
import { outcomeNode } from '../frame/outcome-node.ts';
import { detail, pickedText } from '../frame/picked-text.ts';
import { actionWords } from './action.messages.ts';
import { dueDate, formatDay } from './due-date.ts';

/** Something that will be done. `owner`: by whom; `due`: until which day. */
export const action = defineOutcomeBlock({
  kind: 'action',
  tone: 'orange',
  node: outcomeNode('action', ['owner', 'due']),
  data: z.object({ owner: pickedText, due: dueDate }),
  words: actionWords,
  synthesis: { form: 'table', order: 2, columns: ['owner', 'due'] },
  details({ owner, due }, lang) {
    const { fields } = actionWords[lang];
    return [
      ...detail(fields['owner'] ?? '', owner),
      ...detail(fields['due'] ?? '', due === null ? null : formatDay(due, lang)),
    ];
  },
});
