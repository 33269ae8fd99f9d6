import type { fr } from './fr.ts';

/** The shape of a catalogue: French is written first, and a language that lacks one of its texts does not compile. */
export type Messages = Shape<typeof fr>;

type Shape<Catalogue> = {
  readonly [Key in keyof Catalogue]: Catalogue[Key] extends string ? string : Shape<Catalogue[Key]>;
};
