import { NO_XML, xml, type Xml, xmlJoined } from '../xml/xml.ts';

/** A line along a paragraph: in eighths of a point, and the points between it and the text. */
export interface Edge {
  readonly size: number;
  readonly space: number;
  readonly colour: string;
}

/** How a style sets its paragraphs. Lengths are twentieths of a point. */
export interface Lines {
  readonly before?: number;
  readonly after?: number;
  /** 240 is one line. */
  readonly line?: number;
  /** A height that nothing changes. */
  readonly exactly?: number;
  readonly left?: number;
  readonly right?: number;
  readonly keepNext?: boolean;
  readonly keepLines?: boolean;
  readonly pageBreak?: boolean;
  readonly centred?: boolean;
  readonly shade?: string;
  readonly top?: Edge;
  readonly leftEdge?: Edge;
  readonly bottom?: Edge;
  readonly rightEdge?: Edge;
  /** All four. */
  readonly around?: Edge;
  /** Where a number stands at the end of a dotted line. */
  readonly tab?: number;
  /** Level in the outline, from 0. */
  readonly outline?: number;
  /** No word of it is hyphenated. */
  readonly plain?: boolean;
}

/** How a style sets its letters. Sizes are half points. */
export interface Letters {
  readonly font?: string;
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underlined?: boolean;
  readonly raised?: boolean;
  readonly colour?: string;
  readonly shade?: string;
  /** It is no language and nobody checks its spelling. */
  readonly plain?: boolean;
}

/** The properties of paragraphs, in the order of the schema. */
export function lines(given: Lines): Xml {
  const { left, right, tab } = given;
  return xmlJoined([
    flag('w:keepNext', given.keepNext),
    flag('w:keepLines', given.keepLines),
    flag('w:pageBreakBefore', given.pageBreak),
    edges(given),
    given.shade === undefined ? NO_XML : shaded(given.shade),
    tab === undefined
      ? NO_XML
      : xml('w:tabs', {}, xml('w:tab', { 'w:val': 'right', 'w:leader': 'dot', 'w:pos': tab })),
    flag('w:suppressAutoHyphens', given.plain),
    spacing(given),
    left === undefined && right === undefined ? NO_XML : xml('w:ind', { 'w:left': left, 'w:right': right }),
    given.centred === true ? xml('w:jc', { 'w:val': 'center' }) : NO_XML,
    given.outline === undefined ? NO_XML : xml('w:outlineLvl', { 'w:val': given.outline }),
  ]);
}

/** The properties of letters, in the order of the schema. */
export function letters(given: Letters): Xml {
  const { font, size, colour } = given;
  return xmlJoined([
    font === undefined
      ? NO_XML
      : xml('w:rFonts', { 'w:ascii': font, 'w:hAnsi': font, 'w:eastAsia': font, 'w:cs': font }),
    given.bold === true ? xmlJoined([xml('w:b'), xml('w:bCs')]) : NO_XML,
    given.italic === true ? xmlJoined([xml('w:i'), xml('w:iCs')]) : NO_XML,
    given.plain === true ? xml('w:noProof') : NO_XML,
    colour === undefined ? NO_XML : xml('w:color', { 'w:val': colour }),
    size === undefined
      ? NO_XML
      : xmlJoined([xml('w:sz', { 'w:val': size }), xml('w:szCs', { 'w:val': size })]),
    given.underlined === true ? xml('w:u', { 'w:val': 'single' }) : NO_XML,
    given.shade === undefined ? NO_XML : shaded(given.shade),
    given.raised === true ? xml('w:vertAlign', { 'w:val': 'superscript' }) : NO_XML,
  ]);
}

/** Says how lines are measured each time: LibreOffice crops pictures where it is left to guess. */
function spacing({ before, after, line, exactly }: Lines): Xml {
  if (before === undefined && after === undefined && line === undefined && exactly === undefined)
    return NO_XML;
  const height = exactly ?? line;
  const rule = exactly === undefined ? 'auto' : 'exact';
  return xml('w:spacing', {
    'w:before': before,
    'w:after': after,
    'w:line': height,
    'w:lineRule': height === undefined ? undefined : rule,
  });
}

function flag(name: string, isSet: boolean | undefined): Xml {
  return isSet === true ? xml(name) : NO_XML;
}

function edges({ around, top, leftEdge, bottom, rightEdge }: Lines): Xml {
  const written = [
    edge('w:top', top ?? around),
    edge('w:left', leftEdge ?? around),
    edge('w:bottom', bottom ?? around),
    edge('w:right', rightEdge ?? around),
  ].filter((one) => one !== NO_XML);
  return written.length === 0 ? NO_XML : xml('w:pBdr', {}, written);
}

function edge(name: string, given: Edge | undefined): Xml {
  if (given === undefined) return NO_XML;
  return xml(name, {
    'w:val': 'single',
    'w:sz': given.size,
    'w:space': given.space,
    'w:color': given.colour,
  });
}

function shaded(colour: string): Xml {
  return xml('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': colour });
}
