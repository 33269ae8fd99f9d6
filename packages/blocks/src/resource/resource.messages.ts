import type { BlockWords } from '@plenary/document';
import type { Lang } from '@plenary/programme';

export const resourceWords: Readonly<Record<Lang, BlockWords>> = {
  fr: {
    label: 'Ressource',
    plural: 'Ressources',
    placeholder: 'À quoi cela sert-il, et à qui\u202f?',
    fields: { title: 'Titre', link: 'Lien', kind: 'Nature' },
  },
  en: {
    label: 'Resource',
    plural: 'Resources',
    placeholder: 'What is it good for, and for whom?',
    fields: { title: 'Title', link: 'Link', kind: 'Kind' },
  },
};

/** What a resource can be; other programs may write another word, which is shown as it is. */
export const resourceKinds: Readonly<Record<Lang, Readonly<Record<string, string>>>> = {
  fr: {
    article: 'Article',
    guide: 'Guide',
    tool: 'Outil',
    study: 'Étude',
    video: 'Vidéo',
    event: 'Événement',
    organisation: 'Organisation',
    website: 'Site web',
    other: 'Autre',
  },
  en: {
    article: 'Article',
    guide: 'Guide',
    tool: 'Tool',
    study: 'Study',
    video: 'Video',
    event: 'Event',
    organisation: 'Organisation',
    website: 'Website',
    other: 'Other',
  },
};

/** Shown softly where nothing is picked yet. */
export const resourceMissing: Readonly<
  Record<Lang, { readonly title: string; readonly link: string; readonly kind: string }>
> = {
  fr: { title: 'comment s’appelle-t-elle\u202f?', link: 'où la trouver\u202f?', kind: 'laquelle\u202f?' },
  en: { title: 'what is it called?', link: 'where is it?', kind: 'which?' },
};

/** Said under what is no address. */
export const linkRemark: Readonly<Record<Lang, string>> = {
  fr: 'Pas une adresse\u00a0: essayez «\u00a0exemple.org/page\u00a0».',
  en: 'Not an address: try “example.org/page”.',
};
