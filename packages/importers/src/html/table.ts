import { type DocNode, MAX_SPAN } from '@plenary/document';
import { attribute, isElement, type PageElement, type PageNode, textOfNode } from './page.ts';
import { deeper, type PageContext, within } from './page-context.ts';

/** A table; its caption is a paragraph before it. A table without cells leaves what else is in it. */
export function tableOf(element: PageElement, context: PageContext): readonly DocNode[] {
  const inside = deeper(context, 3);
  const { rows, others } = partsOf(element.childNodes);
  const filled = rows.filter((row) => row.childNodes.some((node) => isElement(node) || isWritten(node)));
  const content = filled.map((row, index) => rowOf(row, filled.length - index, inside));
  const before = context.blocksOf(others, [], context);
  return content.length === 0 ? before : [...before, { type: 'table', content }];
}

function partsOf(nodes: readonly PageNode[]): {
  readonly rows: readonly PageElement[];
  readonly others: readonly PageNode[];
} {
  const rows: PageElement[] = [];
  const others: PageNode[] = [];
  for (const node of nodes) {
    if (!isElement(node)) others.push(node);
    else if (node.tagName === 'tr') rows.push(node);
    else if (GROUPS.has(node.tagName)) {
      const group = partsOf(node.childNodes);
      rows.push(...group.rows);
      others.push(...group.others);
    } else if (!COLUMNS.has(node.tagName)) others.push(node);
  }
  return { rows, others };
}

const GROUPS: ReadonlySet<string> = new Set(['thead', 'tbody', 'tfoot']);
const COLUMNS: ReadonlySet<string> = new Set(['colgroup', 'col']);

/** `left` rows are left from this one to the end of the table: no cell covers more. */
function rowOf(row: PageElement, left: number, context: PageContext): DocNode {
  const content = row.childNodes.flatMap((node) => {
    if (!isElement(node)) return isWritten(node) ? [cellOf([node], {}, context)] : [];
    if (node.tagName !== 'td' && node.tagName !== 'th') return [cellOf([node], {}, context)];
    return [cellOf(node.childNodes, attrsOf(node, left), within(node, context), node.tagName === 'th')];
  });
  return { type: 'tableRow', content };
}

function cellOf(
  nodes: readonly PageNode[],
  attrs: NonNullable<DocNode['attrs']>,
  context: PageContext,
  header = false,
): DocNode {
  const blocks = context.blocksOf(nodes, [], context);
  return {
    type: header ? 'tableHeader' : 'tableCell',
    ...(Object.keys(attrs).length > 0 && { attrs }),
    content: blocks.length > 0 ? blocks : [{ type: 'paragraph' }],
  };
}

function isWritten(node: PageNode): boolean {
  return (textOfNode(node) ?? '').trim() !== '';
}

function attrsOf(cell: PageElement, left: number): Readonly<Record<string, unknown>> {
  const [colspan, rowspan] = [spanOf(cell, 'colspan'), Math.min(left, spanOf(cell, 'rowspan'))];
  const align =
    /(?:^|[;\s])text-align:\s{0,9}(left|right|center)/i.exec(attribute(cell, 'style').slice(0, 500))?.[1] ??
    /^(?:left|right|center)$/i.exec(attribute(cell, 'align'))?.[0];
  return {
    ...(colspan > 1 && { colspan }),
    ...(rowspan > 1 && { rowspan }),
    ...(align !== undefined && { align: align.toLowerCase() }),
  };
}

function spanOf(cell: PageElement, name: 'colspan' | 'rowspan'): number {
  const written = attribute(cell, name);
  return /^\d{1,6}$/.test(written) ? Math.min(MAX_SPAN, Math.max(1, Number(written))) : 1;
}
