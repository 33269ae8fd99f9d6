import type { BlockWords } from '@plenary/document';
import type { Lang } from '@plenary/programme';

export const questionWords: Readonly<Record<Lang, BlockWords>> = {
  fr: {
    label: 'Question ouverte',
    plural: 'Questions ouvertes',
    placeholder: 'Qu’est-ce qui reste sans réponse\u202f?',
    fields: {},
  },
  en: {
    label: 'Open question',
    plural: 'Open questions',
    placeholder: 'What is still unanswered?',
    fields: {},
  },
};
