import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryTable } from './arbitrary-table.ts';
import { headerCell, paragraph, table, tableCell, tableRow } from './builders.ts';
import { leavesOf } from './leaves.ts';
import type { Table } from './nodes.ts';
import { squared, tableGrid } from './table-grid.ts';

const cell = (words: string, shape = {}) => tableCell([paragraph(words)], shape);
const drawn = (given: Table): readonly string[] =>
  tableGrid(given).rows.map((row) =>
    Array.from(row, (slot) =>
      slot === undefined ? '.' : leavesOf([slot.cell]).join('') + (slot.origin ? '!' : ''),
    ).join(' '),
  );

describe('tableGrid', () => {
  it('[RA10] lays spans out as HTML does', () => {
    const spans = table([
      tableRow([headerCell('a'), cell('b', { colspan: 2 })]),
      tableRow([cell('c', { rowspan: 2 }), cell('d'), cell('e')]),
      tableRow([cell('f', { colspan: 2 })]),
    ]);
    expect(drawn(spans)).toEqual(['a! b! b', 'c! d! e!', 'c f! f']);
    expect(tableGrid(spans)).toMatchObject({ width: 3, rectangular: true });
  });

  it.each<[string, Table]>([
    ['a short row', table([tableRow([cell('a'), cell('b')]), tableRow([cell('c')])])],
    ['a hole', table([tableRow([cell('a'), cell('b', { rowspan: 2 })]), tableRow([])])],
    ['a span below the table', table([tableRow([cell('a', { rowspan: 2 })])])],
    [
      'two cells in one place',
      table([tableRow([cell('a'), cell('b', { rowspan: 2 })]), tableRow([cell('c', { colspan: 2 })])]),
    ],
  ])('[RA10] sees %s', (_name, given) => {
    expect(tableGrid(given).rectangular).toBe(false);
  });

  it('[RA10] takes a row that spans cover completely', () => {
    expect(tableGrid(table([tableRow([cell('a', { rowspan: 2 })]), tableRow([])])).rectangular).toBe(true);
  });

  it('[RA10] is not exhausted by an absurd span', () => {
    expect(tableGrid(table([tableRow([cell('a', { colspan: 1e9 })])])).width).toBe(1000);
  });
});

describe('squared', () => {
  it('[RA16] leaves a rectangular table alone', () => {
    fc.assert(
      fc.property(arbitraryTable(fc.constant([paragraph('x')])), (given) => {
        expect(tableGrid(given).rectangular).toBe(true);
        expect(squared(given)).toBe(given);
      }),
    );
  });

  it('[RA16] makes any rows rectangular and keeps every cell', () => {
    const span = fc.constantFrom(1, 2, 5, 0, -1, 0.5, Number.NaN);
    const anyCell = fc.record({ words: fc.string(), colspan: span, rowspan: span });
    fc.assert(
      fc.property(fc.array(fc.array(anyCell, { maxLength: 4 }), { maxLength: 4 }), (rows) => {
        const given = table(
          rows.map((row) => tableRow(row.map(({ words, ...shape }) => cell(words, shape)))),
        );
        const result = squared(given);
        expect(tableGrid(result).rectangular).toBe(true);
        expect(leavesOf([result])).toEqual(leavesOf([given]));
      }),
    );
  });
});
