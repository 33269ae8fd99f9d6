import type { DocNode } from '@plenary/document';
import type { AlignType, Table, TableCell } from 'mdast';
import type { Context } from './context.ts';
import { inlinesOf } from './inlines.ts';
import { paragraphs } from './paragraphs.ts';

/** A table; its first row is its header, and short rows are filled up so that every row has as many cells. */
export function tableOf(table: Table, context: Context): DocNode {
  const columns = Math.max(1, ...table.children.map((row) => row.children.length));
  return {
    type: 'table',
    content: table.children.map((row, index) => ({
      type: 'tableRow',
      content: Array.from({ length: columns }, (_, column) =>
        cellOf(index === 0, row.children[column], table.align?.[column] ?? null, context),
      ),
    })),
  };
}

function cellOf(header: boolean, cell: TableCell | undefined, align: AlignType, context: Context): DocNode {
  const content = paragraphs(inlinesOf(cell?.children ?? [], context));
  return {
    type: header ? 'tableHeader' : 'tableCell',
    ...(align !== null && { attrs: { align } }),
    content: content.length > 0 ? content : [{ type: 'paragraph' }],
  };
}
