import type { BlockWords } from '@plenary/document';
import type { Lang } from '@plenary/programme';

export const actionWords: Readonly<Record<Lang, BlockWords>> = {
  fr: {
    label: 'Action',
    plural: 'Actions',
    placeholder: 'Que va-t-on faire\u202f?',
    fields: { owner: 'Responsable', due: 'Échéance', measure: 'Indicateur', status: 'Avancement' },
  },
  en: {
    label: 'Action',
    plural: 'Actions',
    placeholder: 'What will be done?',
    fields: { owner: 'Owner', due: 'Due', measure: 'Measure', status: 'Status' },
  },
};

/** How far an action is; other programs may write another word, which is shown as it is. */
export const actionStates: Readonly<Record<Lang, Readonly<Record<string, string>>>> = {
  fr: { planned: 'Prévue', started: 'Commencée', done: 'Faite', dropped: 'Abandonnée' },
  en: { planned: 'Planned', started: 'Started', done: 'Done', dropped: 'Dropped' },
};

/** Shown softly where nothing is picked yet. */
export const actionMissing: Readonly<
  Record<Lang, Readonly<Record<'owner' | 'due' | 'measure' | 'status', string>>>
> = {
  fr: {
    owner: 'qui\u202f?',
    due: 'pour quand\u202f?',
    measure: 'à quoi le verra-t-on\u202f?',
    status: 'où en est-on\u202f?',
  },
  en: { owner: 'who?', due: 'until when?', measure: 'how will we know?', status: 'how far?' },
};

/** Days that are often meant, each as one would type it. */
export const dueExamples: Readonly<Record<Lang, readonly string[]>> = {
  fr: ['vendredi', 'la semaine prochaine', 'fin du mois', 'dans trois mois'],
  en: ['friday', 'next week', 'end of the month', 'in three months'],
};

/** Said under words that mean no day. */
export const dueRemark: Readonly<Record<Lang, string>> = {
  fr: 'Pas une date\u00a0: essayez «\u00a0vendredi\u00a0» ou «\u00a014/10\u00a0».',
  en: 'Not a date: try “Friday” or “14/10”.',
};
