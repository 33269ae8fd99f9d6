import { visibleText } from './printable.ts';
import { type PlacedChunk, type ShapedRun, wayOf } from './shaped-run.ts';

/**
 * A run with each letter once. A letter that no font has in one piece is drawn as several: marks that stand higher or lower than
 * the line come in text objects of their own, and each piece tells the whole letter again.
 */
export function withoutMarksApart(run: ShapedRun): ShapedRun {
  if (run.every(({ y }) => y === run[0]?.y)) return run;
  const same: Piece[][] = [];
  for (const chunk of run) {
    for (const letter of chunk.glyphs) {
      const pieces = same.at(-1);
      const before = pieces?.at(-1);
      if (before?.letter === letter && mayBeOneLetter(letter, before.chunk, chunk))
        pieces?.push({ chunk, letter });
      else same.push([{ chunk, letter }]);
    }
  }
  const letters = same.flatMap((pieces) => pieces.slice(0, lettersIn(pieces, run)));
  return [...Map.groupBy(letters, ({ chunk }) => chunk)].map(([chunk, its]) => ({
    ...chunk,
    glyphs: its.map(({ letter }) => letter),
  }));
}

/** A mark may be drawn with a font of its own, if it stands higher or lower. */
function mayBeOneLetter(letter: string, one: PlacedChunk, other: PlacedChunk): boolean {
  return one.size === other.size && (one.font === other.font || (one.y !== other.y && isMarked(letter)));
}

interface Piece {
  readonly chunk: PlacedChunk;
  readonly letter: string;
}

/** How many letters these pieces of one letter are: each has one on the line and one that is higher or lower, or more. */
function lettersIn(pieces: readonly Piece[], run: ShapedRun): number {
  if (pieces.length === 1 || !isMarked(pieces[0]?.letter ?? '')) return pieces.length;
  const line = lineOf(pieces, run);
  const onLine = pieces.filter(({ chunk }) => chunk.y === line).length;
  return onLine === 0 || onLine === pieces.length ? pieces.length : Math.min(onLine, pieces.length - onLine);
}

/**
 * How high most letters stand that are of one font with the letter itself, which is read before its marks: there is a piece of each of
 * them, and marks are higher or lower.
 */
function lineOf(pieces: readonly Piece[], run: ShapedRun): number | undefined {
  const isToTheLeft = wayOf(run) === 'left';
  const font = pieces.at(isToTheLeft ? -1 : 0)?.chunk.font;
  const inFont = (isToTheLeft ? run.toReversed() : run).filter((chunk) => chunk.font === font);
  const heights = Map.groupBy(
    inFont.flatMap(({ glyphs, y }) => glyphs.map(() => y)),
    (y) => y,
  );
  return [...heights.values()].toSorted((one, other) => other.length - one.length)[0]?.[0];
}

function isMarked(letter: string): boolean {
  return MARKED.test(visibleText(letter).normalize('NFD'));
}

const MARKED = /^\P{M}\p{M}/u;
