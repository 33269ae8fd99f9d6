import type { Anchor } from '@plenary/report-ast';
import type { Asset, Assets } from '../assets.ts';
import type { FormatWords } from '../words.ts';
import type { Attributes, Xml } from '../xml/xml.ts';
import type { Notes, NumberedNote } from './notes.ts';

/** How a page differs from a book: where things lie, and what its notes look like. */
export interface Medium {
  /** The id of a place in the report. */
  id(anchor: Anchor): string;
  /** The address of a place in the report. */
  href(anchor: Anchor): string;
  /** The address of a picture. */
  src(id: string, asset: Asset): string;
  /** Whether titles have a link to themselves, whose address can be copied. */
  readonly permalinks: boolean;
  /** Whether tables stand in frames that scroll sideways. */
  readonly scrolls: boolean;
  /** The address of a link out of the report. */
  url(address: string): string;
  /** What the number that leads to a note says about itself. */
  readonly noteReference: Attributes;
  /** The notes of a part. */
  notes(notes: readonly NumberedNote[], part: NotedPart, place: HtmlPlace): Xml;
}

/** The part that notes belong to, and its title's id. */
export interface NotedPart {
  readonly anchor: Anchor;
  readonly titleId: string;
}

/** What a node has to know of its surroundings. */
export interface HtmlPlace {
  /** Heading level of the next section inside. */
  readonly level: number;
  readonly words: FormatWords;
  readonly notes: Notes;
  readonly assets: Assets;
  readonly medium: Medium;
}

/** What is needed to write words without blocks. */
export type InlinePlace = Pick<HtmlPlace, 'notes' | 'medium'>;
