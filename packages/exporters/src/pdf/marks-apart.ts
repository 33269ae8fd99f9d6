import { visibleText } from './printable.ts';
import type { PlacedChunk, ShapedRun } from './shaped-run.ts';

/**
 * A run with each letter once. A letter that no font has in one piece is drawn as several: marks that stand higher or lower than
 * the line come in text objects of their own, and each piece tells the whole letter again.
 */
export function withoutMarksApart(run: ShapedRun): ShapedRun {
  const isDrawnOn = run.some((chunk, index) => {
    const before = run[index - 1];
    return (
      before !== undefined &&
      before.y !== chunk.y &&
      before.glyphs.at(-1) === chunk.glyphs[0] &&
      mayBeOneLetter(before, chunk)
    );
  });
  if (!isDrawnOn) return run;
  const same: Piece[][] = [];
  for (const chunk of run) {
    for (const letter of chunk.glyphs) {
      const pieces = same.at(-1);
      const before = pieces?.at(-1);
      if (before?.letter === letter && mayBeOneLetter(before.chunk, chunk)) pieces?.push({ chunk, letter });
      else same.push([{ chunk, letter }]);
    }
  }
  const letters = same.flatMap((pieces) => pieces.slice(0, lettersIn(pieces, lineOf(pieces, run))));
  return [...Map.groupBy(letters, ({ chunk }) => chunk)].map(([chunk, its]) => ({
    ...chunk,
    glyphs: its.map(({ letter }) => letter),
  }));
}

function mayBeOneLetter(one: PlacedChunk, other: PlacedChunk): boolean {
  return one.font === other.font && one.size === other.size;
}

interface Piece {
  readonly chunk: PlacedChunk;
  readonly letter: string;
}

/** How high most letters of their font stand: there is a piece of each of them, and marks are higher or lower. */
function lineOf(pieces: readonly Piece[], run: ShapedRun): number | undefined {
  const inFont = run.filter(({ font }) => font === pieces[0]?.chunk.font);
  const heights = Map.groupBy(
    inFont.flatMap(({ glyphs, y }) => glyphs.map(() => y)),
    (y) => y,
  );
  return [...heights.values()].toSorted((one, other) => other.length - one.length)[0]?.[0];
}

/** How many letters these pieces of one letter are: each has one on the line and one that is higher or lower, or more. */
function lettersIn(pieces: readonly Piece[], line = NaN): number {
  const letter = pieces[0]?.letter ?? '';
  const onLine = pieces.filter(({ chunk }) => chunk.y === line).length;
  const isWhole =
    onLine === 0 || onLine === pieces.length || !MARKED.test(visibleText(letter).normalize('NFD'));
  return isWhole ? pieces.length : Math.min(onLine, pieces.length - onLine);
}

const MARKED = /^\P{M}\p{M}/u;
