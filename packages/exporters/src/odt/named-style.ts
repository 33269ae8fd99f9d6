import { type Attributes, xml, type Xml } from '../xml/xml.ts';

/** A style with a name people see. Its properties are those of the format. */
export interface NamedStyle {
  /** As it is shown; `nameOf` gives the form in which it is referred to. */
  readonly name: string;
  readonly parent?: string;
  readonly next?: string;
  readonly outline?: number;
  readonly paragraph?: Attributes;
  /** Where a number stands at the end of a dotted line, from where the words begin. */
  readonly tab?: string;
  readonly text?: Attributes;
}

/** A style of paragraphs or of letters, as the file has it. */
export function writeNamed(family: 'paragraph' | 'text', style: NamedStyle): Xml {
  const encoded = nameOf(style.name);
  return xml(
    'style:style',
    {
      'style:name': encoded,
      'style:display-name': encoded === style.name ? undefined : style.name,
      'style:family': family,
      'style:parent-style-name': style.parent === undefined ? undefined : nameOf(style.parent),
      'style:next-style-name': style.next === undefined ? undefined : nameOf(style.next),
      'style:default-outline-level': style.outline,
    },
    style.paragraph === undefined
      ? []
      : xml('style:paragraph-properties', style.paragraph, tabStop(style.tab)),
    style.text === undefined ? [] : xml('style:text-properties', style.text),
  );
}

function tabStop(position: string | undefined): Xml | readonly Xml[] {
  if (position === undefined) return [];
  const dots = { 'style:leader-style': 'dotted', 'style:leader-text': '.' };
  return xml(
    'style:tab-stops',
    {},
    xml('style:tab-stop', { 'style:position': position, 'style:type': 'right', ...dots }),
  );
}

/** A name as the format refers to it: blanks are written as their number. */
function nameOf(shown: string): string {
  return shown.replaceAll(' ', '_20_');
}

/** Letters of one font and size in every script; sizes are points. */
export function letters(size: number | undefined, font?: string, more: Attributes = {}): Attributes {
  const points = size === undefined ? undefined : `${size}pt`;
  return {
    ...(font === undefined
      ? {}
      : { 'style:font-name': font, 'style:font-name-asian': font, 'style:font-name-complex': font }),
    ...(points === undefined
      ? {}
      : { 'fo:font-size': points, 'style:font-size-asian': points, 'style:font-size-complex': points }),
    ...more,
  };
}

export const BOLD = {
  'fo:font-weight': 'bold',
  'style:font-weight-asian': 'bold',
  'style:font-weight-complex': 'bold',
};
export const ITALIC = {
  'fo:font-style': 'italic',
  'style:font-style-asian': 'italic',
  'style:font-style-complex': 'italic',
};

/** On every machine with an office suite; Linux brings fonts of the same widths. */
export const SERIF = 'Cambria';
export const SANS = 'Calibri';
export const MONO = 'Consolas';
