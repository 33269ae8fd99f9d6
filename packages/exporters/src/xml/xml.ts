declare const MARKUP: unique symbol;

/** Markup that is safe to write: made by the functions of this file, so that no text of a person is ever read as XML. */
export type Xml = string & { readonly [MARKUP]: true };

/** Values by name; what is undefined is left out, and the order is kept. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Nothing at all. */
export const NO_XML = markup('');

/** An element, closed at once where it is empty. */
export function xml(
  name: string,
  attributes: Attributes = {},
  ...children: readonly (Xml | readonly Xml[])[]
): Xml {
  let inside = '';
  for (const child of children) inside += typeof child === 'string' ? child : child.join('');
  const start = `<${name}${written(attributes)}`;
  return markup(inside === '' ? `${start}/>` : `${start}>${inside}</${name}>`);
}

/**
 * An element that keeps its end where it is empty: what HTML and XHTML both want of all but a few. What is inside is linked and not
 * copied, because these stand many levels deep.
 */
export function xmlPair(
  name: string,
  attributes: Attributes = {},
  inside: Xml | readonly Xml[] = NO_XML,
): Xml {
  const end = `</${name}>`;
  let text = `<${name}${written(attributes)}>`;
  if (typeof inside === 'string') text += inside;
  // Counted, here and below: one report is over before the engine has learned to loop without an object for each step.
  else for (let index = 0; index < inside.length; index += 1) text += inside[index];
  return markup(text + end);
}

/** Text. It must hold nothing that XML forbids; a report does not. */
export function xmlText(value: string): Xml {
  return markup(MARKED.test(value) ? value.replaceAll(EVERY_MARKED, escaped) : value);
}

/** Pieces one after the other, copied into one. */
export function xmlJoined(pieces: readonly Xml[]): Xml {
  return markup(pieces.join(''));
}

/** What is written of each item in a place, one after the other, linked as what is inside a pair is. */
export function xmlOfEach<Item, Place>(
  items: readonly Item[],
  write: (item: Item, place: Place) => Xml,
  place: Place,
): Xml {
  let text = '';
  for (let index = 0; index < items.length; index += 1) text += write(items[index] as Item, place);
  return markup(text);
}

/** Markup that is written in the source, such as a fixed part of a file. Never for anything that came in. */
export function xmlLiteral(source: string): Xml {
  return markup(source);
}

/** A whole file in UTF-8. It is one piece, so that nothing it was linked from is kept. */
export function xmlFile(root: Xml, doctype: Xml = NO_XML): string {
  return ['<?xml version="1.0" encoding="UTF-8"?>\n', doctype, root].join('');
}

function written(attributes: Attributes): string {
  let text = '';
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== undefined) text += ` ${name}="${typeof value === 'number' ? value : attribute(value)}"`;
  }
  return text;
}

/** A reader turns the line feeds and tabs of an attribute into blanks, unless they are written as numbers. */
function attribute(value: string): string {
  return MARKED_IN_ATTRIBUTE.test(value) ? value.replaceAll(EVERY_MARKED_IN_ATTRIBUTE, escaped) : value;
}

function escaped(character: string): string {
  switch (character) {
    case '&':
      return '&amp;';
    case '<':
      return '&lt;';
    case '>':
      return '&gt;';
    case '"':
      return '&quot;';
    default:
      return `&#${character.codePointAt(0)};`;
  }
}

function markup(source: string): Xml {
  return source as Xml; // the only place where a string becomes markup: its callers escape or are literals
}

// Carriage returns are no part of a report, yet a reader would drop them silently.
const MARKED = /[&<>\r]/;
const EVERY_MARKED = /[&<>\r]/g;
const MARKED_IN_ATTRIBUTE = /[&<>"\n\r\t]/;
const EVERY_MARKED_IN_ATTRIBUTE = /[&<>"\n\r\t]/g;
