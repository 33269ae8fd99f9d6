import type { Direction, LanguageTag, Report } from '@plenary/report-ast';
import type { Assets } from '../assets.ts';
import { directionOf } from '../language.ts';
import { Bookmarks } from '../office/bookmarks.ts';
import { type PageSize, pageSize } from '../office/page-size.ts';
import { type PaperPalette, paperPalette } from '../office/palette.ts';
import { type FormatWords, wordsFor } from '../words.ts';
import { DocxComments } from './docx-comments.ts';
import { DocxNotes } from './docx-notes.ts';
import { DocxNumbering } from './docx-numbering.ts';
import { DocxParts } from './docx-parts.ts';

/** What one file is made with; some of it fills while the file is written. */
export interface DocxFile {
  readonly lang: LanguageTag;
  readonly words: FormatWords;
  readonly palette: PaperPalette;
  readonly page: PageSize;
  readonly assets: Assets;
  readonly bookmarks: Bookmarks;
  readonly numbering: DocxNumbering;
  readonly notes: DocxNotes;
  readonly parts: DocxParts;
  readonly comments: DocxComments;
  /** Numbers of bookmarks, drawings and captions. */
  readonly count: { bookmarks: number; drawings: number; figures: number };
}

/** The styles of running text, by where it runs. */
export type TextStyle =
  | 'BodyText'
  | 'FootnoteText'
  | 'ListContinue'
  | 'QuoteContinued'
  | 'TableHeading'
  | 'TableRowHeading'
  | 'TableText';

/** What a node has to know of its surroundings. */
export interface DocxPlace {
  readonly file: DocxFile;
  /** Heading level of the next section inside. */
  readonly level: number;
  /** Style of a paragraph here. */
  readonly style: TextStyle;
  readonly lang: LanguageTag;
  readonly dir: Direction;
  /** From edge to edge of the column, in twentieths of a point. */
  readonly width: number;
  /** Of it, how much paragraphs stand in from its beginning. */
  readonly indent: number;
  /** How many lists this stands in. */
  readonly lists: number;
  /** Which part of the package names the pictures and links that stand here. */
  readonly part: 'document' | 'footnotes';
}

/** A file to be filled. */
export function newDocxFile(report: Report, assets: Assets, comments: boolean): DocxFile {
  const { lang, look } = report;
  return {
    lang,
    words: wordsFor(lang),
    palette: paperPalette(look),
    page: pageSize(look?.paper),
    assets,
    bookmarks: new Bookmarks(),
    numbering: new DocxNumbering(),
    notes: new DocxNotes(),
    parts: new DocxParts(),
    comments: new DocxComments(comments ? report : undefined),
    count: { bookmarks: 0, drawings: 0, figures: 0 },
  };
}

/** Where the parts of a report stand. */
export function bodyPlace(file: DocxFile): DocxPlace {
  return {
    file,
    level: 1,
    style: 'BodyText',
    lang: file.lang,
    dir: directionOf(file.lang),
    width: file.page.textWidth,
    indent: 0,
    lists: 0,
    part: 'document',
  };
}
