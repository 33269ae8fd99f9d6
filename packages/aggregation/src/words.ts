import type { Lang } from '@plenary/programme';

/** The report's own words in one language. Real typography: no-break spaces where French wants them. */
export interface ReportWords {
  readonly question: string;
  readonly nothingWritten: string;
  readonly unreadable: string;
  readonly otherSessions: string;
  readonly synthesis: string;
  /** Label of the link back from the synthesis. */
  readonly source: string;
  /** Title of the last part. */
  readonly about: string;
  readonly provenance: string;
  readonly provenanceLead: string;
  readonly group: string;
  readonly version: string;
  readonly fingerprint: string;
  readonly state: string;
  readonly contributors: string;
  readonly participants: string;
  readonly speakers: string;
  readonly organisations: string;
  readonly host: string;
  readonly partner: string;
  readonly open: string;
  readonly missing: string;
  readonly none: string;
  /** Stands for the description of a picture that nobody described. */
  readonly noAlt: string;
  readonly signed: (by: string, moment: string) => string;
  /** The line under a section's title. */
  readonly stateLine: (state: string, version: number, fingerprint: string) => string;
  readonly writtenBy: (names: string) => string;
  readonly and: string;
}

export const WORDS: Readonly<Record<Lang, ReportWords>> = {
  fr: {
    question: 'Question directrice',
    nothingWritten: 'Rien n’a été écrit ici.',
    unreadable: 'Le document de ce groupe n’a pas pu être lu.',
    otherSessions: 'Autres sessions',
    synthesis: 'Synthèse',
    source: 'Source',
    about: 'À propos de ce rapport',
    provenance: 'Provenance',
    provenanceLead:
      'Chaque section a été composée à partir de la version exacte nommée ici. L’empreinte est le début du SHA-256 de son contenu\u202F; la même empreinte désigne les mêmes mots.',
    group: 'Groupe',
    version: 'Version',
    fingerprint: 'Empreinte',
    state: 'État',
    contributors: 'Contributions',
    participants: 'Participants',
    speakers: 'Intervenants',
    organisations: 'Organisations',
    host: 'organisateur',
    partner: 'partenaire',
    open: 'Ouvert, pas encore signé',
    missing: 'Document illisible',
    none: '–',
    noAlt: 'Image sans description',
    signed: (by, moment) => `Signé par ${by} le ${moment}`,
    stateLine: (state, version, fingerprint) => `${state} · version ${version} · empreinte ${fingerprint}`,
    writtenBy: (names) => `Contributions\u00A0: ${names}`,
    and: 'et',
  },
  en: {
    question: 'Guiding question',
    nothingWritten: 'Nothing was written here.',
    unreadable: 'The document of this group could not be read.',
    otherSessions: 'Other sessions',
    synthesis: 'Synthesis',
    source: 'Source',
    about: 'About this report',
    provenance: 'Provenance',
    provenanceLead:
      'Each section was made from the exact version named here. The fingerprint is the beginning of the SHA-256 of its content; the same fingerprint means the same words.',
    group: 'Group',
    version: 'Version',
    fingerprint: 'Fingerprint',
    state: 'State',
    contributors: 'Contributors',
    participants: 'Participants',
    speakers: 'Speakers',
    organisations: 'Organisations',
    host: 'host',
    partner: 'partner',
    open: 'Open, not signed yet',
    missing: 'Document not readable',
    none: '–',
    noAlt: 'Picture without description',
    signed: (by, moment) => `Signed by ${by} on ${moment}`,
    stateLine: (state, version, fingerprint) => `${state} · version ${version} · fingerprint ${fingerprint}`,
    writtenBy: (names) => `Contributors: ${names}`,
    and: 'and',
  },
};

/** Names as a sentence lists them: “A, B and C”. */
export function listed(names: readonly string[], lang: Lang): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${WORDS[lang].and} ${names.at(-1)}`;
}

/** The fingerprint people compare: 12 hexadecimal digits tell 16 million versions apart and fit on a line. */
export function shortFingerprint(hash: string): string {
  return hash.slice(0, 12);
}
