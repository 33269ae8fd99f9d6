import type { Lang } from '@plenary/programme';

/** What the help says, and the labels around results. */
export interface Texts {
  readonly about: string;
  readonly commands: Readonly<
    Record<
      | 'serve'
      | 'create'
      | 'summits'
      | 'groups'
      | 'invite'
      | 'import'
      | 'report'
      | 'sign-off'
      | 'reopen'
      | 'backup'
      | 'restore'
      | 'verify',
      string
    >
  >;
  readonly help: string;
  readonly titles: Readonly<Record<string, string>>;
  readonly json: string;
  readonly lang: string;
  readonly programmeFile: string;
  readonly summit: string;
  readonly group: string;
  readonly role: string;
  readonly onlyGroup: string;
  readonly file: string;
  readonly backupFile: string;
  readonly format: string;
  readonly out: string;
}

const LABELS = {
  fr: {
    summit: 'sommet',
    groups: 'groupes',
    organiserLink: 'lien de l’organisation',
    noSummit: 'Il n’y a pas encore de sommet. « plenary create » en crée un.',
    states: { empty: 'vide', open: 'ouvert', signed: 'signé' },
    code: 'code',
    token: 'jeton',
    added: 'Blocs ajoutés à la fin',
    signed: 'Signé',
    reopened: 'Rouvert',
    version: 'version',
    written: 'Rapport écrit',
    besides: 'Images à côté, dans « assets »',
    copied: 'Copie écrite',
    restored: 'Copie restaurée dans',
    severities: { error: 'erreur', warning: 'attention', note: 'note' },
    whole: 'Les données sont entières.',
  },
  en: {
    summit: 'summit',
    groups: 'groups',
    organiserLink: 'organiser’s link',
    noSummit: 'There is no summit yet. “plenary create” makes one.',
    states: { empty: 'empty', open: 'open', signed: 'signed' },
    code: 'code',
    token: 'token',
    added: 'Blocks added at the end',
    signed: 'Signed',
    reopened: 'Reopened',
    version: 'version',
    written: 'Report written',
    besides: 'Pictures beside it, in “assets”',
    copied: 'Backup written',
    restored: 'Backup restored into',
    severities: { error: 'error', warning: 'warning', note: 'note' },
    whole: 'The data is whole.',
  },
} as const;

/** A label in a language. */
export function textOf<Key extends keyof (typeof LABELS)['fr']>(
  lang: Lang,
  key: Key,
): (typeof LABELS)[Lang][Key] {
  return LABELS[lang][key];
}

/** A label with what it stands before: French sets a no-break space before the colon. */
export function labelled(lang: Lang, label: string, value: string | number): string {
  return `${label}${lang === 'fr' ? '\u00A0' : ''}: ${value}`;
}

/** The texts of the help in a language. */
export const TEXTS: Readonly<Record<Lang, Texts>> = {
  fr: {
    about: 'Des groupes écrivent ensemble. Il en sort un seul rapport.',
    commands: {
      serve: 'lance le serveur',
      create: 'crée un sommet à partir d’un fichier de programme',
      summits: 'énumère les sommets',
      groups: 'énumère les groupes d’un sommet et leur état',
      invite: 'crée une invitation',
      import: 'ajoute un fichier (Word, page web, Markdown, Etherpad, HedgeDoc) au document d’un groupe',
      report: 'compile le rapport et l’écrit dans un fichier',
      'sign-off': 'signe la dernière version d’une section',
      reopen: 'rouvre une section signée',
      backup: 'copie toutes les données, même pendant que le serveur tourne',
      restore: 'remet une copie dans un dossier de données vide',
      verify: 'vérifie que les données sont entières',
    },
    help: 'montre l’aide d’une commande',
    titles: {
      'Usage:': 'Emploi :',
      'Arguments:': 'Arguments :',
      'Options:': 'Options :',
      'Commands:': 'Commandes :',
    },
    json: 'écrit une seule valeur JSON',
    lang: 'langue',
    programmeFile: 'fichier JSON du programme',
    summit: 'identifiant ou nom court du sommet',
    group: 'identifiant du groupe, ou de sa session si elle n’en a qu’un',
    role: 'rôle de la personne invitée',
    onlyGroup: 'pour ce seul groupe',
    file: 'fichier à ajouter',
    backupFile: 'fichier de la copie',
    format: 'format du rapport',
    out: 'fichier à écrire',
  },
  en: {
    about: 'Groups write together. One report comes out.',
    commands: {
      serve: 'runs the server',
      create: 'makes a summit from a programme file',
      summits: 'lists the summits',
      groups: 'lists the groups of a summit and their state',
      invite: 'makes an invitation',
      import: 'adds a file (Word, web page, Markdown, Etherpad, HedgeDoc) at the end of a group’s document',
      report: 'compiles the report and writes it to a file',
      'sign-off': 'signs the newest version of a section',
      reopen: 'opens a signed section again',
      backup: 'copies all data, also while the server runs',
      restore: 'puts a backup into an empty data folder',
      verify: 'checks that the data is whole',
    },
    help: 'shows the help of a command',
    titles: {},
    json: 'prints one JSON value',
    lang: 'language',
    programmeFile: 'JSON file of the programme',
    summit: 'id or slug of the summit',
    group: 'id of the group, or of its session where that has only one',
    role: 'role of whoever is invited',
    onlyGroup: 'for this group only',
    file: 'file to add',
    backupFile: 'file of the backup',
    format: 'format of the report',
    out: 'file to write',
  },
};
