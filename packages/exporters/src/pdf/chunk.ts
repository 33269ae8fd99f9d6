/** Some letters that a page shows in one go, and where they begin. */
export interface Chunk {
  /** A text for each glyph, from left to right. */
  readonly glyphs: readonly string[];
  /** Counted from 0. */
  readonly page: number;
  /** Which of the text objects of the page they are shown in; counted from 0. */
  readonly object: number;
  /** In points, from the lower left corner of the page. */
  readonly x: number;
  readonly y: number;
  /** What the page calls its font. */
  readonly font: string;
  /** Of the font, in points. */
  readonly size: number;
  /** What the page says of their language. */
  readonly lang?: string;
  /** Whether the page says that they are read from right to left; it does not where a text object shows a single glyph. */
  readonly toTheLeft: boolean;
}
