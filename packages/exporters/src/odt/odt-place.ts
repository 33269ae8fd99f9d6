import type { Direction, LanguageTag, Report } from '@plenary/report-ast';
import type { Asset, Assets } from '../assets.ts';
import { directionOf } from '../language.ts';
import { Bookmarks } from '../office/bookmarks.ts';
import { type PageSize, pageSize } from '../office/page-size.ts';
import { type PaperPalette, paperPalette } from '../office/palette.ts';
import { type FormatWords, wordsFor } from '../words.ts';
import { AutomaticStyles } from './automatic-styles.ts';

/** What one file is made with; some of it fills while the file is written. */
export interface OdtFile {
  readonly lang: LanguageTag;
  readonly words: FormatWords;
  readonly palette: PaperPalette;
  readonly page: PageSize;
  readonly assets: Assets;
  readonly bookmarks: Bookmarks;
  readonly styles: AutomaticStyles;
  /** The pictures that are shown, with where they lie. */
  readonly pictures: Map<Asset, string>;
  readonly count: { notes: number; frames: number; figures: number; tables: number };
}

/** The named styles of running text, by where it runs. */
export type TextStyle =
  | 'Text_20_body'
  | 'Footnote'
  | 'List_20_Contents'
  | 'Quotations_20_Continued'
  | 'Table_20_Contents'
  | 'Table_20_Heading'
  | 'Table_20_Row_20_Heading';

/** What a node has to know of its surroundings. Lengths are twentieths of a point. */
export interface OdtPlace {
  readonly file: OdtFile;
  /** Heading level of the next section inside. */
  readonly level: number;
  readonly style: TextStyle;
  readonly lang: LanguageTag;
  readonly dir: Direction;
  /** From edge to edge of the column. */
  readonly width: number;
  /** Of it, how much words stand in from its beginning. */
  readonly indent: number;
  /** Of that, what the list sees to in which they stand. */
  readonly listIndent: number;
  /** How many lists this stands in. */
  readonly lists: number;
}

/** A file to be filled. */
export function newOdtFile({ lang, look }: Report, assets: Assets): OdtFile {
  return {
    lang,
    words: wordsFor(lang),
    palette: paperPalette(look),
    page: pageSize(look?.paper),
    assets,
    bookmarks: new Bookmarks(),
    styles: new AutomaticStyles(),
    pictures: new Map(),
    count: { notes: 0, frames: 0, figures: 0, tables: 0 },
  };
}

/** Where the parts of a report stand. */
export function bodyPlace(file: OdtFile): OdtPlace {
  return {
    file,
    level: 1,
    style: 'Text_20_body',
    lang: file.lang,
    dir: directionOf(file.lang),
    width: file.page.textWidth,
    indent: 0,
    listIndent: 0,
    lists: 0,
  };
}
