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
  /** Titles of what stands before the sections. */
  readonly editorial: string;
  readonly summary: string;
  /** Label of the links back from an entry of several groups. */
  readonly sources: string;
  /** Above the words of a group whose outcome stands under that of another. */
  readonly inTheWordsOf: (title: string) => string;
  /** Title above entries for which nothing was picked. */
  readonly notSaid: (field: string) => string;
}
