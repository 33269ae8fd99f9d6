import { type Attributes, xml, type Xml, xmlPair } from '../xml/xml.ts';

/** What may be inside an element: markup, or several pieces of it. */
export type Inside = Xml | readonly Xml[];

/**
 * An element that both a parser of HTML and one of XML read alike, so that the web page and the book are written by the
 * same functions.
 */
export function tag(name: string, attributes: Attributes = {}, ...children: readonly Inside[]): Xml {
  return EMPTY.has(name) ? xml(name, attributes) : xmlPair(name, attributes, ...children);
}

// Elements that never hold anything: only these may be closed at once in HTML.
const EMPTY: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'link', 'meta']);
