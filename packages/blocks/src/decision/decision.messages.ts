import type { BlockWords } from '@plenary/document';
import type { Lang } from '@plenary/programme';

export const decisionWords: Readonly<Record<Lang, BlockWords>> = {
  fr: {
    label: 'Décision',
    plural: 'Décisions',
    placeholder: 'Qu’avons-nous décidé\u202f?',
    fields: {},
  },
  en: {
    label: 'Decision',
    plural: 'Decisions',
    placeholder: 'What have we decided?',
    fields: {},
  },
};
