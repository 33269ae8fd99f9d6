import type { Chunk } from './logical-order.ts';

/**
 * The chunks of a paragraph with each letter once. A letter that no font has in one piece is drawn as several: marks that stand
 * higher or lower than the line come in chunks of their own, and each piece tells the whole letter again.
 */
export function withoutMarksApart(chunks: readonly Chunk[]): readonly Chunk[] {
  const isDrawnOn = chunks.some(({ glyphs, y }, index) => {
    const before = chunks[index - 1];
    return before !== undefined && before.y !== y && before.glyphs.at(-1) === glyphs[0];
  });
  if (!isDrawnOn) return chunks;
  const pieces = chunks.flatMap((chunk) =>
    chunk.glyphs.map((letter): Piece => ({ chunk, letter, isLetter: true })),
  );
  for (let from = 0, to = 0; from < pieces.length; from = to) {
    const first = pieces[from];
    while (first !== undefined && isSame(first, pieces[to])) to += 1;
    for (const piece of pieces.slice(from + lettersIn(pieces.slice(from, to)), to)) piece.isLetter = false;
  }
  const told = Map.groupBy(
    pieces.filter(({ isLetter }) => isLetter),
    ({ chunk }) => chunk,
  );
  return [...told].map(([chunk, its]) => ({ ...chunk, glyphs: its.map(({ letter }) => letter) }));
}

interface Piece {
  readonly chunk: Chunk;
  readonly letter: string;
  isLetter: boolean;
}

function isSame({ chunk, letter }: Piece, other: Piece | undefined): boolean {
  return other?.letter === letter && other.chunk.page === chunk.page;
}

/** How many letters these pieces of one letter are: at each height there is at least one piece of every letter. */
function lettersIn(pieces: readonly Piece[]): number {
  const letter = pieces[0]?.letter ?? '';
  const heights = [...Map.groupBy(pieces, ({ chunk }) => chunk.y).values()];
  if (heights.length < 2 || !MARKED.test(letter.normalize('NFD'))) return pieces.length;
  return Math.min(...heights.map((its) => its.length));
}

const MARKED = /^\P{M}\p{M}/u;
