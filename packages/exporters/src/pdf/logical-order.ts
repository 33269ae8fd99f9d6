/** Some letters that a page shows in one go, and where they begin. */
export interface Chunk {
  /** A text for each glyph, from left to right. */
  readonly glyphs: readonly string[];
  /** Counted from 0. */
  readonly page: number;
  /** In points, from the lower left corner of the page. */
  readonly x: number;
  readonly y: number;
  /** What the page calls its font. */
  readonly font: string;
  /** Of the font, in points. */
  readonly size: number;
  /** Whether the glyphs stand in the opposite of reading order. */
  readonly reversed: boolean;
}

/**
 * The text of the lines of a paragraph, itself written to the right or to the left. A page shows the pieces of a line
 * in reading order, but draws each piece that runs from right to left from its left end, in chunks; these are put back
 * into reading order here. Signs that stand alone at the ends of such a piece may stand at its other end.
 */
export function textOf(chunks: readonly Chunk[], toTheLeft = false): string {
  return strokes(chunks)
    .map((stroke) => readingOrder(stroke, toTheLeft).map(textOfChunk).join(''))
    .join('');
}

/** Whether some of it runs from right to left, even where no letter says so. */
export function runsToTheLeft(chunks: readonly Chunk[]): boolean {
  return (
    chunks.some(({ glyphs, reversed }) => reversed || RIGHT_TO_LEFT.test(glyphs.join(''))) ||
    strokes(chunks).some(({ goesOn }) => goesOn)
  );
}

/** Chunks that follow one another from left to right on a line. */
interface Stroke {
  readonly chunks: Chunk[];
  /** Whether it goes on with the line of the one before it. */
  readonly goesOn: boolean;
  /** Whether another one goes on with its line. */
  isFollowed: boolean;
}

function strokes(chunks: readonly Chunk[]): readonly Stroke[] {
  const found: Stroke[] = [];
  let last: Chunk | undefined;
  for (const chunk of chunks) {
    const sameLine = last !== undefined && Math.abs(chunk.y - last.y) < LINE;
    const stroke = found.at(-1);
    if (last !== undefined && stroke !== undefined && sameLine && chunk.x >= last.x - TOLERANCE) {
      stroke.chunks.push(chunk);
    } else {
      if (stroke !== undefined) stroke.isFollowed = sameLine;
      found.push({ chunks: [chunk], goesOn: sameLine, isFollowed: false });
    }
    last = chunk;
  }
  return found;
}

// Less than two lines are ever apart, more than a raised number is raised by; in points.
const LINE = 6;
const TOLERANCE = 0.01;

function readingOrder({ chunks, goesOn, isFollowed }: Stroke, toTheLeft: boolean): readonly Chunk[] {
  const found: Chunk[] = [];
  let at = 0;
  for (let next = indexOf(chunks, 'left', at); next !== -1; next = indexOf(chunks, 'left', at)) {
    const stop = indexOf(chunks, 'right', next);
    const piece = chunks.slice(next, stop === -1 ? undefined : stop);
    // Signs at its left end are where the piece ends, unless a line that is written to the right begins with them.
    const isFirst = indexOf(chunks.slice(0, next), 'right', 0) === -1;
    const start = at === 0 && isFirst && (toTheLeft || goesOn) ? 0 : next;
    // Signs at its right end are where it begins, unless they part it from what comes after it to the right.
    const isWhole = stop === -1 && (toTheLeft || isFollowed);
    const end = next + (isWhole ? piece.length : piece.findLastIndex((chunk) => runs(chunk) === 'left') + 1);
    found.push(...chunks.slice(at, start), ...chunks.slice(start, end).toReversed());
    at = end;
  }
  return [...found, ...chunks.slice(at)];
}

function indexOf(chunks: readonly Chunk[], way: 'left' | 'right', from: number): number {
  return chunks.findIndex((chunk, index) => index >= from && runs(chunk) === way);
}

function textOfChunk({ glyphs, reversed }: Chunk): string {
  return (reversed ? glyphs.toReversed() : glyphs).join('');
}

/** Which way a chunk runs; undefined where it only stands between others. */
function runs({ glyphs }: Chunk): 'left' | 'right' | undefined {
  const text = glyphs.join('');
  if (RIGHT_TO_LEFT.test(text)) return 'left';
  return /[\p{L}\p{Nd}]/u.test(text) ? 'right' : undefined;
}

/** A letter of a script that is written from right to left. */
export const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
