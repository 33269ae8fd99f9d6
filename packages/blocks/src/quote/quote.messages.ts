import type { BlockWords } from '@plenary/document';
import type { Lang } from '@plenary/programme';

export const quoteWords: Readonly<Record<Lang, BlockWords>> = {
  fr: {
    label: 'Citation',
    plural: 'Citations',
    placeholder: 'Les mots exacts, sans guillemets',
    fields: { speaker: 'Auteur', organisation: 'Organisation' },
  },
  en: {
    label: 'Quote',
    plural: 'Quotes',
    placeholder: 'The exact words, without quotation marks',
    fields: { speaker: 'Speaker', organisation: 'Organisation' },
  },
};

/** Shown softly where nothing is picked yet. */
export const quoteMissing: Readonly<
  Record<Lang, { readonly speaker: string; readonly organisation: string }>
> = {
  fr: { speaker: 'qui l’a dit\u202f?', organisation: 'laquelle\u202f?' },
  en: { speaker: 'who said it?', organisation: 'which one?' },
};
