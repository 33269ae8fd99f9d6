import type { BlockWords } from '@plenary/document';
import type { Lang } from '@plenary/programme';

export const insightWords: Readonly<Record<Lang, BlockWords>> = {
  fr: {
    label: 'Constat',
    plural: 'Constats',
    placeholder: 'Qu’avons-nous appris\u202f?',
    fields: {},
  },
  en: {
    label: 'Insight',
    plural: 'Insights',
    placeholder: 'What have we learnt?',
    fields: {},
  },
};
