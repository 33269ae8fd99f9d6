import type { fr } from './fr.ts';
import type { fr as reporting } from './reporting/fr.ts';
import type { fr as writing } from './writing/fr.ts';

/** The shape of a catalogue: French is written first, and a language that lacks one of its texts does not compile. */
export type Messages = Shape<typeof fr>;

/** The shape of the texts that come with what one opens while writing. */
export type WritingMessages = Shape<typeof writing>;

/** The shape of the texts that come with the report's page. */
export type ReportingMessages = Shape<typeof reporting>;

type Shape<Catalogue> = {
  readonly [Key in keyof Catalogue]: Catalogue[Key] extends string ? string : Shape<Catalogue[Key]>;
};
