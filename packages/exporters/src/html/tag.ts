import { type Attributes, xml, type Xml, xmlPair } from '../xml/xml.ts';

/**
 * An element that both a parser of HTML and one of XML read alike, so that the web page and the book are written by the
 * same functions. What never holds anything is a `voidTag`.
 */
export const tag: <Name extends string>(
  name: Name extends Void ? never : Name,
  attributes?: Attributes,
  inside?: Xml | readonly Xml[],
) => Xml = xmlPair;

/** An element that never holds anything: only these may be closed at once in HTML. */
export function voidTag(name: Void, attributes?: Attributes): Xml {
  return xml(name, attributes);
}

type Void = 'br' | 'hr' | 'img' | 'input' | 'link' | 'meta';
