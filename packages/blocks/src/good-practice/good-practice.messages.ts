import type { BlockWords } from '@plenary/document';
import type { Lang } from '@plenary/programme';

export const goodPracticeWords: Readonly<Record<Lang, BlockWords>> = {
  fr: {
    label: 'Bonne pratique',
    plural: 'Bonnes pratiques',
    placeholder: 'Qu’est-ce qui marche déjà\u202f?',
    fields: { context: 'Contexte', done: 'Ce qui a été fait', result: 'Résultat', contact: 'Contact' },
  },
  en: {
    label: 'Good practice',
    plural: 'Good practices',
    placeholder: 'What already works?',
    fields: { context: 'Context', done: 'What was done', result: 'Result', contact: 'Contact' },
  },
};

/** Shown softly where nothing is written or picked yet. */
export const goodPracticeMissing: Readonly<
  Record<Lang, Readonly<Record<'context' | 'done' | 'result' | 'contact', string>>>
> = {
  fr: {
    context: 'Où, avec qui, face à quel besoin\u202f?',
    done: 'Qui a fait quoi\u202f?',
    result: 'Qu’est-ce qui a changé\u202f?',
    contact: 'à qui demander\u202f?',
  },
  en: {
    context: 'Where, with whom, for what need?',
    done: 'Who did what?',
    result: 'What has changed?',
    contact: 'whom to ask?',
  },
};
