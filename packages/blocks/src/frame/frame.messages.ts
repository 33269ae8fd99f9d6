import type { Lang } from '@plenary/programme';

/** Words of what surrounds every outcome. `{label}` is the name of its kind. */
export const frameMessages: Readonly<
  Record<Lang, { readonly menu: string; readonly unwrap: string; readonly remove: string }>
> = {
  fr: {
    menu: 'Options\u00a0: {label}',
    unwrap: 'Redevenir du texte',
    remove: 'Supprimer',
  },
  en: {
    menu: 'Options: {label}',
    unwrap: 'Turn back into text',
    remove: 'Delete',
  },
};
