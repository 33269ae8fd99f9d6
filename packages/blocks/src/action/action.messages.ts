import type { BlockWords } from '@plenary/document';
import type { Lang } from '@plenary/programme';

export const actionWords: Readonly<Record<Lang, BlockWords>> = {
  fr: {
    label: 'Action',
    plural: 'Actions',
    placeholder: 'Que va-t-on faire\u202f?',
    fields: { owner: 'Responsable', due: 'Échéance' },
  },
  en: {
    label: 'Action',
    plural: 'Actions',
    placeholder: 'What will be done?',
    fields: { owner: 'Owner', due: 'Due' },
  },
};

/** Shown softly where nothing is picked yet. */
export const actionMissing: Readonly<Record<Lang, { readonly owner: string; readonly due: string }>> = {
  fr: { owner: 'qui\u202f?', due: 'pour quand\u202f?' },
  en: { owner: 'who?', due: 'until when?' },
};
