import type { Tone } from '@plenary/report-ast';
import { points } from './automatic-styles.ts';
import { BOLD, ITALIC, letters, MONO, type NamedStyle, SANS, writeNamed } from './named-style.ts';
import { HEADINGS } from './odt-blocks.ts';
import type { OdtFile } from './odt-place.ts';
import { xml, type Xml, xmlJoined } from '../xml/xml.ts';

/** Every style with a name. Names are LibreOffice's own where it has such a style, so that its commands find them and it translates them. */
export function namedStyles(file: OdtFile): Xml {
  return xmlJoined([
    ...paragraphStyles(file).map((style) => writeNamed('paragraph', style)),
    ...boxStyles(file).map((style) => writeNamed('paragraph', style)),
    ...letterStyles(file).map((style) => writeNamed('text', style)),
    xml(
      'style:style',
      { 'style:name': 'Graphics', 'style:family': 'graphic' },
      xml('style:graphic-properties', {
        'style:vertical-pos': 'top',
        'style:vertical-rel': 'baseline',
        'fo:margin': '0pt',
      }),
    ),
  ]);
}

function paragraphStyles({ palette, page }: OdtFile): readonly NamedStyle[] {
  const accent = colour(palette.accent);
  const soft = colour(palette.soft);
  const heading = {
    'fo:keep-with-next': 'always',
    'fo:keep-together': 'always',
    'fo:hyphenation-ladder-count': 'no-limit',
  };
  const large = { 'fo:break-before': 'page', ...ruled(palette.line, '0.75pt', '8pt') };
  return [
    { name: 'Standard' },
    { name: 'Text body', parent: 'Standard', paragraph: space(0, 7) },
    { name: 'List Contents', parent: 'Text body', paragraph: space(0, 3.5) },
    {
      name: 'Title',
      parent: 'Standard',
      next: 'Subtitle',
      paragraph: {
        ...space(90, 12),
        ...SINGLE,
        'fo:keep-with-next': 'always',
        ...ruled(palette.accent, '2.25pt', '14pt'),
      },
      text: letters(32, SANS, { ...BOLD, ...accent }),
    },
    { name: 'Subtitle', parent: 'Standard', paragraph: space(6, 24), text: letters(15, SANS, soft) },
    { name: 'When and where', parent: 'Standard', paragraph: space(6, 24), text: letters(12, SANS) },
    { name: 'Host', parent: 'Standard', paragraph: space(0, 2), text: letters(11, SANS, soft) },
    { name: 'Title Picture', parent: 'Standard', paragraph: { ...space(0, 18), ...SINGLE } },
    {
      name: 'Heading',
      parent: 'Standard',
      next: 'Text body',
      paragraph: { ...heading, ...SINGLE },
      text: letters(undefined, SANS, BOLD),
    },
    {
      name: 'Heading 1',
      parent: 'Heading',
      next: 'Text body',
      outline: 1,
      paragraph: { ...space(0, 14), ...large },
      text: letters(22, undefined, accent),
    },
    {
      name: 'Heading 2',
      parent: 'Heading',
      next: 'Text body',
      outline: 2,
      paragraph: space(16, 6),
      text: letters(16, undefined, accent),
    },
    {
      name: 'Heading 3',
      parent: 'Heading',
      next: 'Text body',
      outline: 3,
      paragraph: space(12, 4),
      text: letters(13, undefined, accent),
    },
    {
      name: 'Heading 4',
      parent: 'Heading',
      next: 'Text body',
      outline: 4,
      paragraph: space(13, 4),
      text: letters(11),
    },
    ...Array.from({ length: HEADINGS - 4 }, (_, index): NamedStyle => ({
      name: `Heading ${index + 5}`,
      parent: 'Heading',
      next: 'Text body',
      outline: index + 5,
      paragraph: space(11, 3),
      text: letters(10.5, undefined, ITALIC),
    })),
    {
      name: 'Contents Heading',
      parent: 'Heading',
      paragraph: { ...space(0, 14), ...large },
      text: letters(22, undefined, accent),
    },
    ...[1, 2, 3].map((level): NamedStyle => contentsStyle(level, page.textWidth, soft)),
    {
      name: 'Quotations',
      parent: 'Standard',
      next: 'Text body',
      paragraph: space(0, 7),
      text: { ...ITALIC, ...soft },
    },
    { name: 'Quotations Continued', parent: 'Quotations' },
    {
      name: 'Quotations Start',
      parent: 'Quotations',
      next: 'Quotations Continued',
      paragraph: { ...space(0, 0), 'fo:line-height': '2pt', 'fo:keep-with-next': 'always' },
      text: letters(2),
    },
    {
      name: 'Preformatted Text',
      parent: 'Standard',
      paragraph: {
        ...space(3, 10),
        'fo:margin-left': points(113),
        'fo:margin-right': points(113),
        'fo:keep-together': 'always',
        'fo:padding': '5pt',
        'fo:border': `0.5pt solid #${palette.shade}`,
        'fo:background-color': `#${palette.shade}`,
      },
      text: letters(9, MONO, NO_LANGUAGE),
    },
    { name: 'Figure', parent: 'Standard', next: 'Caption', paragraph: { ...space(8, 5), ...SINGLE } },
    {
      name: 'Missing Picture',
      parent: 'Standard',
      paragraph: { ...space(8, 5), 'fo:padding': '6pt', 'fo:border': `0.5pt solid #${palette.line}` },
      text: letters(undefined, SANS, soft),
    },
    {
      name: 'Caption',
      parent: 'Standard',
      next: 'Text body',
      paragraph: { ...space(0, 12), 'fo:keep-together': 'always' },
      text: letters(9, SANS, soft),
    },
    {
      name: 'Horizontal Line',
      parent: 'Standard',
      next: 'Text body',
      paragraph: { ...space(6, 13), ...SINGLE, ...ruled(palette.line, '0.75pt', '0pt') },
      text: letters(6),
    },
    { name: 'Table Contents', parent: 'Standard', paragraph: space(0, 2.5), text: letters(9.5, SANS) },
    {
      name: 'Table Heading',
      parent: 'Table Contents',
      paragraph: { 'fo:keep-with-next': 'always' },
      text: BOLD,
    },
    { name: 'Table Row Heading', parent: 'Table Contents', text: BOLD },
    {
      name: 'Box Gap',
      parent: 'Standard',
      paragraph: { ...space(0, 0), 'fo:line-height': '2pt' },
      text: letters(2),
    },
    { name: 'Box Facts', parent: 'Standard', paragraph: space(2, 2), text: letters(9, SANS) },
    {
      name: 'Footnote',
      parent: 'Standard',
      paragraph: { ...space(0, 2), ...SINGLE, 'fo:margin-left': '12pt', 'fo:text-indent': '-12pt' },
      text: letters(9),
    },
    {
      name: 'Header',
      parent: 'Standard',
      paragraph: { ...SINGLE, ...ruled(palette.line, '0.5pt', '4pt') },
      text: letters(8, SANS, soft),
    },
    {
      name: 'Footer',
      parent: 'Standard',
      paragraph: { ...SINGLE, 'fo:text-align': 'center' },
      text: letters(8.5, SANS, soft),
    },
  ];
}

function colour(value: string): { readonly 'fo:color': string } {
  return { 'fo:color': `#${value}` };
}

/** A line below and nothing else around. */
function ruled(value: string, width: string, gap: string): Readonly<Record<string, string>> {
  return {
    'fo:border-bottom': `${width} solid #${value}`,
    'fo:padding-bottom': gap,
    'fo:border-top': 'none',
    'fo:border-left': 'none',
    'fo:border-right': 'none',
  };
}

function contentsStyle(level: number, width: number, soft: Readonly<Record<string, string>>): NamedStyle {
  return {
    name: `Contents ${level}`,
    parent: 'Standard',
    paragraph: {
      ...space(level === 1 ? 9 : 0, level === 3 ? 1 : 2),
      'fo:margin-left': points(284 * (level - 1)),
    },
    tab: points(width - 284 * (level - 1)),
    text: letters(undefined, SANS, level === 1 ? BOLD : level === 3 ? soft : {}),
  };
}

/**
 * The lines of boxes. They have the same border, so they are joined and the space between them is filled; a gap of its own parts two boxes in a
 * row.
 */
function boxStyles({ palette }: OdtFile): readonly NamedStyle[] {
  const tones = Object.entries(palette.tones) as [Tone, (typeof palette.tones)[Tone]][]; // the keys of a record of tones
  return tones.flatMap(([tone, { strong, box }]): readonly NamedStyle[] => {
    const fill = `0.5pt solid #${box}`;
    const frame = {
      'fo:border-left': `3pt solid #${strong}`,
      'fo:border-right': fill,
      'fo:border-top': fill,
      'fo:border-bottom': fill,
      'fo:padding-left': '8pt',
      'fo:padding-right': '8pt',
      'fo:padding-top': '4pt',
      'fo:padding-bottom': '4pt',
      'fo:background-color': `#${box}`,
      'fo:keep-together': 'always',
    };
    return [
      { name: `Box Text ${tone}`, parent: 'Standard', paragraph: { ...space(0, 7), ...frame } },
      {
        name: `Box Label ${tone}`,
        parent: `Box Text ${tone}`,
        next: `Box Text ${tone}`,
        paragraph: space(6, 1),
        text: letters(9, SANS, { ...BOLD, 'fo:color': `#${strong}` }),
      },
      { name: `Box Facts ${tone}`, parent: `Box Text ${tone}`, text: letters(9, SANS) },
    ];
  });
}

function letterStyles({ palette }: OdtFile): readonly NamedStyle[] {
  return [
    {
      name: 'Internet link',
      text: {
        'fo:color': `#${palette.accent}`,
        'style:text-underline-style': 'solid',
        'style:text-underline-width': 'auto',
        'style:text-underline-color': 'font-color',
      },
    },
    {
      name: 'Source Text',
      text: letters(undefined, MONO, { ...NO_LANGUAGE, 'fo:background-color': `#${palette.shade}` }),
    },
    { name: 'Index Link' },
    { name: 'Footnote Symbol' },
    { name: 'Footnote anchor', text: { 'style:text-position': 'super 62%' } },
  ];
}

/** Margins above and below, in points. */
function space(
  above: number,
  below: number,
): { readonly 'fo:margin-top': string; readonly 'fo:margin-bottom': string } {
  return { 'fo:margin-top': `${above}pt`, 'fo:margin-bottom': `${below}pt` };
}

const SINGLE = { 'fo:line-height': '100%' };
const NO_LANGUAGE = { 'fo:language': 'zxx', 'fo:country': 'none' };
