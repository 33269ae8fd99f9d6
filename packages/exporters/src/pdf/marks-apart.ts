import type { Chunk } from './logical-order.ts';

/**
 * The chunks of a paragraph with each letter once. A letter that no font has in one piece is drawn as several: marks that stand
 * higher or lower than the line come in chunks of their own, and each piece tells the whole letter again. They are of one font
 * and size; where those differ, the letter is there again, as in a raised passage.
 */
export function withoutMarksApart(chunks: readonly Chunk[]): readonly Chunk[] {
  const isDrawnOn = chunks.some(({ glyphs, y, font }, index) => {
    const before = chunks[index - 1];
    return before?.font === font && before.y !== y && before.glyphs.at(-1) === glyphs[0];
  });
  if (!isDrawnOn) return chunks;
  const runs: Piece[][] = [];
  for (const chunk of chunks) {
    for (const letter of chunk.glyphs) {
      const run = runs.at(-1);
      const before = run?.at(-1);
      const goesOn =
        before?.letter === letter && before.chunk.page === chunk.page && before.chunk.font === chunk.font;
      if (goesOn) run?.push({ chunk, letter });
      else runs.push([{ chunk, letter }]);
    }
  }
  const letters = runs.flatMap((run) => run.slice(0, lettersIn(run)));
  return [...Map.groupBy(letters, ({ chunk }) => chunk)].map(([chunk, its]) => ({
    ...chunk,
    glyphs: its.map(({ letter }) => letter),
  }));
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
