import { xml, type Xml, xmlFile, xmlJoined } from '../xml/xml.ts';
import { boxStyles } from './docx-box-styles.ts';
import { languageAttributes } from './docx-inlines.ts';
import type { DocxFile } from './docx-place.ts';
import { WORDPROCESSING } from './namespaces.ts';
import { MONO, SANS, SERIF, type Style, writeStyle } from './style.ts';
import { type Edge, type Letters, letters, type Lines, lines } from './style-properties.ts';
import { tableStyles } from './table-styles.ts';

/** Every style of a file. Names are Word's own where it has such a style, so that its commands find them and it translates them. */
export function stylesFile(file: DocxFile): string {
  return xmlFile(
    xml(
      'w:styles',
      WORDPROCESSING,
      defaults(file),
      paragraphStyles(file),
      boxStyles(file),
      letterStyles(file),
      tableStyles(file),
    ),
  );
}

function defaults({ lang, palette }: DocxFile): Xml {
  const text = letters({ font: SERIF, size: 21, colour: palette.ink });
  const language = xml('w:lang', languageAttributes(lang));
  // The properties of the default run end with its language; `letters` gives them without their frame.
  return xml(
    'w:docDefaults',
    {},
    xml('w:rPrDefault', {}, xml('w:rPr', {}, text, language)),
    xml('w:pPrDefault', {}, xml('w:pPr', {}, lines({ line: 276 }))),
  );
}

function paragraphStyles({ palette, page }: DocxFile): Xml {
  const { accent, soft, line, shade } = palette;
  const styles: readonly Style[] = [
    { id: 'Normal', name: 'Normal' },
    { id: 'BodyText', name: 'Body Text', lines: { after: 140 } },
    {
      id: 'Title',
      name: 'Title',
      next: 'Subtitle',
      lines: { before: 1800, after: 240, line: 240, keepNext: true, bottom: rule(accent, 14, 18) },
      letters: { font: SANS, size: 64, bold: true, colour: accent },
    },
    {
      id: 'Subtitle',
      name: 'Subtitle',
      lines: { before: 120, after: 480, line: 252 },
      letters: { font: SANS, size: 30, colour: soft },
    },
    {
      id: 'WhenAndWhere',
      name: 'When and where',
      lines: { before: 120, after: 480 },
      letters: { font: SANS, size: 24 },
    },
    { id: 'Host', name: 'Host', lines: { after: 40 }, letters: { font: SANS, size: 22, colour: soft } },
    { id: 'TitlePicture', name: 'Title picture', lines: { after: 360, line: 240 } },
    {
      id: 'Heading1',
      name: 'heading 1',
      ...heading(
        1,
        { before: 0, after: 280, line: 240, pageBreak: true, bottom: rule(line, 8) },
        { size: 44, colour: accent },
      ),
    },
    {
      id: 'Heading2',
      name: 'heading 2',
      ...heading(2, { before: 440, after: 140, line: 240 }, { size: 32, colour: accent }),
    },
    {
      id: 'Heading3',
      name: 'heading 3',
      ...heading(3, { before: 320, after: 100, line: 240 }, { size: 26, colour: accent }),
    },
    { id: 'Heading4', name: 'heading 4', ...heading(4, { before: 260, after: 80, line: 240 }, { size: 22 }) },
    ...[5, 6, 7, 8, 9].map((level) => ({
      id: `Heading${level}`,
      name: `heading ${level}`,
      ...heading(level, { before: 220, after: 60, line: 240 }, { size: 21, italic: true }),
    })),
    {
      id: 'TOCHeading',
      name: 'TOC Heading',
      next: 'BodyText',
      lines: { after: 280, line: 240, pageBreak: true, keepNext: true, bottom: rule(line, 8) },
      letters: { font: SANS, size: 44, bold: true, colour: accent },
    },
    {
      id: 'TOC1',
      name: 'toc 1',
      lines: { before: 180, after: 40, tab: page.textWidth },
      letters: { font: SANS, bold: true },
    },
    {
      id: 'TOC2',
      name: 'toc 2',
      lines: { after: 40, left: 284, tab: page.textWidth },
      letters: { font: SANS },
    },
    {
      id: 'TOC3',
      name: 'toc 3',
      lines: { after: 20, left: 568, tab: page.textWidth },
      letters: { font: SANS, colour: soft },
    },
    { id: 'ListBullet', name: 'List Bullet', lines: { after: 70 } },
    { id: 'ListNumber', name: 'List Number', lines: { after: 70 } },
    { id: 'ListContinue', name: 'List Continue', lines: { after: 70 } },
    {
      id: 'Quote',
      name: 'Quote',
      next: 'BodyText',
      lines: { after: 140 },
      letters: { italic: true, colour: soft },
    },
    { id: 'QuoteContinued', name: 'Quote Continued', basedOn: 'Quote' },
    {
      id: 'QuoteStart',
      name: 'Quote Start',
      basedOn: 'Quote',
      next: 'QuoteContinued',
      lines: { after: 0, exactly: 40, keepNext: true },
      letters: { size: 2 },
    },
    {
      id: 'SourceCode',
      name: 'Source Code',
      lines: {
        before: 60,
        after: 200,
        line: 252,
        left: 113,
        right: 113,
        keepLines: true,
        plain: true,
        shade,
        around: { size: 4, space: 5, colour: shade },
      },
      letters: { font: MONO, size: 18 },
    },
    { id: 'Figure', name: 'Figure', next: 'Caption', lines: { before: 160, after: 100, line: 240 } },
    {
      id: 'MissingPicture',
      name: 'Missing Picture',
      next: 'Caption',
      lines: { before: 160, after: 100, around: { size: 4, space: 6, colour: line }, left: 113, right: 113 },
      letters: { font: SANS, colour: soft },
    },
    {
      id: 'Caption',
      name: 'caption',
      next: 'BodyText',
      lines: { after: 240, line: 252, keepLines: true },
      letters: { font: SANS, size: 18, colour: soft },
    },
    {
      id: 'Rule',
      name: 'Horizontal Line',
      next: 'BodyText',
      lines: { before: 120, after: 260, line: 240, bottom: rule(line, 1) },
      letters: { size: 12 },
    },
    {
      id: 'TableText',
      name: 'Table Text',
      lines: { after: 50, line: 252 },
      letters: { font: SANS, size: 19 },
    },
    {
      id: 'TableHeading',
      name: 'Table Heading',
      basedOn: 'TableText',
      lines: { keepNext: true },
      letters: { bold: true },
    },
    { id: 'TableRowHeading', name: 'Table Row Heading', basedOn: 'TableText', letters: { bold: true } },
    {
      id: 'AfterTable',
      name: 'After Table',
      next: 'BodyText',
      lines: { exactly: 160 },
      letters: { size: 8 },
    },
    {
      id: 'BoxGap',
      name: 'Box Gap',
      next: 'BodyText',
      lines: { exactly: 40 },
      letters: { size: 2 },
    },
    {
      id: 'BoxFacts',
      name: 'Box Facts',
      lines: { before: 40, after: 40 },
      letters: { font: SANS, size: 18 },
    },
    { id: 'FootnoteText', name: 'footnote text', lines: { after: 40, line: 240 }, letters: { size: 18 } },
    {
      id: 'Header',
      name: 'header',
      lines: { line: 240, bottom: rule(line, 4, 4) },
      letters: { font: SANS, size: 16, colour: soft },
    },
    {
      id: 'Footer',
      name: 'footer',
      lines: { line: 240, centred: true },
      letters: { font: SANS, size: 17, colour: soft },
    },
  ];
  return xmlJoined(styles.map((style) => writeStyle('paragraph', style)));
}

function rule(colour: string, space = 6, size = 6): Edge {
  return { size, space, colour };
}

function heading(level: number, more: Lines, look: Letters): Pick<Style, 'next' | 'lines' | 'letters'> {
  return {
    next: 'BodyText',
    lines: { keepNext: true, keepLines: true, outline: level - 1, ...more },
    letters: { font: SANS, bold: true, ...look },
  };
}

function letterStyles({ palette }: DocxFile): Xml {
  const styles: readonly Style[] = [
    { id: 'Hyperlink', name: 'Hyperlink', letters: { colour: palette.accent, underlined: true } },
    { id: 'FootnoteReference', name: 'footnote reference', letters: { raised: true } },
    { id: 'InlineCode', name: 'Inline Code', letters: { font: MONO, shade: palette.shade, plain: true } },
  ];
  return xmlJoined(styles.map((style) => writeStyle('character', style)));
}
