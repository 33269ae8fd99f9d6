import fc from 'fast-check';
import { arbitrarySpoken } from './arbitrary-spoken.ts';
import type { Block, Spoken, Table, TableCell } from './nodes.ts';

/**
 * A rectangular table with spans. A grid is cut into areas from the top left: each free place draws how far it would
 * like to reach, and reaches as far as the places below and beside it are free.
 */
export function arbitraryTable(inside: fc.Arbitrary<readonly Block[]>): fc.Arbitrary<Table> {
  const wish = fc.record({
    wide: fc.constantFrom(1, 1, 1, 2, 3),
    high: fc.constantFrom(1, 1, 1, 2),
    header: fc.boolean(),
    scoped: fc.boolean(),
    spoken: arbitrarySpoken(),
    children: inside,
  });
  return fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), fc.boolean())
    .chain(([width, height, headed]) =>
      fc
        .array(wish, { minLength: width * height, maxLength: width * height })
        .map((wishes) => cut(wishes, width, height, headed)),
    );
}

interface Wish {
  readonly wide: number;
  readonly high: number;
  readonly header: boolean;
  readonly scoped: boolean;
  readonly spoken: Spoken;
  readonly children: readonly Block[];
}

function cut(wishes: readonly Wish[], width: number, height: number, headed: boolean): Table {
  const taken = new Set<number>();
  const rows: TableCell[][] = Array.from({ length: height }, () => []);
  for (const [place, wish] of wishes.entries()) {
    if (taken.has(place)) continue;
    const row = Math.floor(place / width);
    const column = place % width;
    let colspan = 1;
    while (colspan < Math.min(wish.wide, width - column) && !taken.has(place + colspan)) colspan += 1;
    const rowspan = Math.min(wish.high, height - row);
    for (let down = 0; down < rowspan; down += 1) {
      for (let right = 0; right < colspan; right += 1) taken.add(place + down * width + right);
    }
    const header = headed && row === 0 ? true : wish.header;
    const spans = { ...(colspan > 1 ? { colspan } : {}), ...(rowspan > 1 ? { rowspan } : {}) };
    const scope = header && wish.scoped ? { scope: row === 0 ? ('column' as const) : ('row' as const) } : {};
    const { spoken, children } = wish;
    rows[row]?.push({ type: 'tableCell', header, ...scope, ...spans, ...spoken, children });
  }
  return { type: 'table', children: rows.map((children) => ({ type: 'tableRow', children })) };
}
