import type { Chunk } from './logical-order.ts';

/**
 * The chunks of a paragraph with each letter once. A letter that no font has in one piece is drawn as several: marks that stand
 * higher or lower than the line come in chunks of their own, and each piece tells the whole letter again. They are of one font
 * and size and less than a line apart; else the letter is there again, as in a raised passage or on the next line.
 */
export function withoutMarksApart(chunks: readonly Chunk[]): readonly Chunk[] {
  const isDrawnOn = chunks.some((chunk, index) => {
    const before = chunks[index - 1];
    return (
      before !== undefined &&
      before.y !== chunk.y &&
      before.glyphs.at(-1) === chunk.glyphs[0] &&
      mayBeOneLetter(before, chunk)
    );
  });
  if (!isDrawnOn) return chunks;
  const runs: Piece[][] = [];
  for (const chunk of chunks) {
    for (const letter of chunk.glyphs) {
      const run = runs.at(-1);
      const before = run?.at(-1);
      if (before?.letter === letter && mayBeOneLetter(before.chunk, chunk)) run?.push({ chunk, letter });
      else runs.push([{ chunk, letter }]);
    }
  }
  const letters = runs.flatMap((run) => run.slice(0, lettersIn(run)));
  return [...Map.groupBy(letters, ({ chunk }) => chunk)].map(([chunk, its]) => ({
    ...chunk,
    glyphs: its.map(({ letter }) => letter),
  }));
}

function mayBeOneLetter(one: Chunk, other: Chunk): boolean {
  return (
    one.page === other.page &&
    one.font === other.font &&
    one.size === other.size &&
    Math.abs(one.y - other.y) < one.size
  );
}

interface Piece {
  readonly chunk: Chunk;
  readonly letter: string;
}

/** How many letters these pieces of one letter are: at each height there is at least one piece of every letter. */
function lettersIn(pieces: readonly Piece[]): number {
  const letter = pieces[0]?.letter ?? '';
  const heights = [...Map.groupBy(pieces, ({ chunk }) => chunk.y).values()];
  if (heights.length < 2 || !MARKED.test(letter.normalize('NFD'))) return pieces.length;
  return Math.min(...heights.map((its) => its.length));
}

const MARKED = /^\P{M}\p{M}/u;
