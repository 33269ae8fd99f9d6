import type { Lang } from '@plenary/programme';

interface FrameWords {
  /** Name of an outcome's menu; `{label}` is the name of its kind. */
  readonly menu: string;
  readonly unwrap: string;
  readonly remove: string;
  /** Above the other kinds in that menu. */
  readonly change: string;
  /** Name of the list under a field, which must not be the field's own. */
  readonly offers: string;
  /** Beside the name of somebody who is here. */
  readonly present: string;
}

/** Words of what surrounds every outcome. */
export const frameMessages: Readonly<Record<Lang, FrameWords>> = {
  fr: {
    menu: 'Options\u00a0: {label}',
    unwrap: 'Redevenir du texte',
    remove: 'Supprimer',
    change: 'En faire autre chose',
    offers: 'Propositions',
    present: 'présent',
  },
  en: {
    menu: 'Options: {label}',
    unwrap: 'Turn back into text',
    remove: 'Delete',
    change: 'Make it something else',
    offers: 'Suggestions',
    present: 'here now',
  },
};
