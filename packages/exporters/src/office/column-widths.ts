import { leavesOf, type TableGrid } from '@plenary/report-ast';

/**
 * Widths of the columns of a table that together are exactly `total`. A column gets room by its words: enough for its longest one, more for long
 * texts, and never so little or so much that the others could not be read. Fixed, because what word processors work out for themselves
 * differs from one to the other.
 */
export function columnWidths({ rows, width: columns }: TableGrid, total: number): readonly number[] {
  const wishes = Array.from({ length: columns }, () => LEAST);
  for (const row of rows) {
    for (const [column, slot] of row.entries()) {
      if (slot?.origin !== true || (slot.cell.colspan ?? 1) > 1) continue;
      const wish = wishFor(leavesOf(slot.cell.children));
      if (wish > (wishes[column] ?? 0)) wishes[column] = wish;
    }
  }
  const wished = wishes.reduce((sum, wish) => sum + wish, 0);
  // Each column ends where its share ends, so rounding never adds up.
  let reached = 0;
  let end = 0;
  return wishes.map((wish) => {
    reached += wish;
    const start = end;
    end = Math.round((reached / wished) * total);
    return Math.max(1, end - start);
  });
}

function wishFor(leaves: readonly string[]): number {
  let length = 0;
  let longest = 0;
  for (const leaf of leaves) {
    length += leaf.length;
    for (const word of leaf.split(' ')) longest = Math.max(longest, word.length);
  }
  // The root: a text four times as long gets a column twice as wide, and twice as many lines.
  return Math.min(MOST, Math.max(LEAST, longest, 2.2 * Math.sqrt(length)));
}

/** In letters: a number with its unit, and half a line of a page. */
const LEAST = 7;
const MOST = 45;
