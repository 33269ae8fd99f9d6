import { defineOutcomeBlock } from '@plenary/document';
import { z } from 'zod/mini';
import { outcomeNode } from '../frame/outcome-node.ts';
import { detail, keyOf, pickedText } from '../frame/picked-text.ts';
import { actionStates, actionWords } from './action.messages.ts';
import { dayIn, dueDate, formatDay } from './due-date.ts';

/**
 * Something that will be done. `owner`: by whom; `due`: until which day; `measure`: how one will know that it is done;
 * `status`: a key of `actionStates`.
 */
export const action = defineOutcomeBlock({
  kind: 'action',
  tone: 'orange',
  node: outcomeNode('action', ['owner', 'due', 'measure', 'status']),
  data: z.object({ owner: pickedText, due: dueDate, measure: pickedText, status: pickedText }),
  words: actionWords,
  synthesis: { form: 'table', order: 3, columns: ['owner', 'due', 'measure', 'status'] },
  gatheredBy: ['owner', 'due'],
  details({ owner, due, measure, status }, lang) {
    const { fields } = actionWords[lang];
    return [
      ...detail(fields['owner'] ?? '', owner),
      ...detail(fields['due'] ?? '', due === null ? null : formatDay(due, lang)),
      ...detail(fields['measure'] ?? '', measure),
      ...detail(fields['status'] ?? '', status === null ? null : stateInWords(status, lang)),
    ];
  },
  picked(field, words, lang) {
    if (field === 'due') return dayIn(words, lang) ?? words;
    return field === 'status' ? keyOf(words, actionStates[lang]) : words;
  },
});

function stateInWords(status: string, lang: keyof typeof actionStates): string {
  const words = actionStates[lang];
  return (Object.hasOwn(words, status) ? words[status] : undefined) ?? status;
}
