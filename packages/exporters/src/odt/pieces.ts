import { type Xml, xmlJoined } from '../xml/xml.ts';

/** Something written, and whether it may stand in an item of a list: tables may not. */
export interface Piece {
  readonly xml: Xml;
  readonly inItem: boolean;
}

/** What may stand in an item: paragraphs, headings, lists. */
export function inside(xml: Xml): Piece {
  return { xml, inItem: true };
}

/** What stands between two lists where it would stand in an item. */
export function outside(xml: Xml): Piece {
  return { xml, inItem: false };
}

/** Pieces one after the other, where all of them may stand. */
export function joined(pieces: readonly Piece[]): Xml {
  return xmlJoined(pieces.map(({ xml }) => xml));
}
