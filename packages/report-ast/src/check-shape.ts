import { isAssetId, isPixels } from './asset-id.ts';
import { MAX_DEPTH, MAX_LIST_NUMBER } from './limits.ts';
import type { Figure, List, ReportNode, Table, TableCell } from './nodes.ts';
import type { Complain } from './rules.ts';
import { tableGrid } from './table-grid.ts';
import type { Visit } from './visit.ts';

/** RA9 to RA12, RA20 to RA22. */
export function checkShape({ node, depth }: Visit, complain: Complain): void {
  if (isHollow(node)) complain('not-empty', node.type);
  if (node.type === 'table') checkTable(node, complain);
  if (node.type === 'list') checkNumbers(node, complain);
  if (node.type === 'figure') checkFigure(node, complain);
  if (node.type === 'span' && node.lang === undefined && node.dir === undefined)
    complain('span-says-nothing', node.type);
  // Only the first node below the limit is named: its inside is too deep as well, and nobody gains by a long list.
  if (depth === MAX_DEPTH + 1) complain('depth', node.type);
}

function isHollow(node: ReportNode): boolean {
  switch (node.type) {
    case 'list':
    case 'listItem':
    case 'table':
    case 'tableCell':
    case 'blockquote':
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'subscript':
    case 'superscript':
    case 'span':
    case 'footnote':
    case 'link':
    case 'reference':
      return node.children.length === 0;
    default:
      // A row may be empty: spans of the rows above can cover all of it.
      return false;
  }
}

function checkTable(node: Table, complain: Complain): void {
  const cells = node.children.flatMap((row) => row.children);
  if (cells.some(({ header, scope }) => scope !== undefined && !header))
    complain('scope-of-header', node.type);
  const wrong = cells.find((cell) => !hasWholeSpans(cell));
  if (wrong !== undefined) complain('table-rectangular', `${wrong.colspan ?? 1} × ${wrong.rowspan ?? 1}`);
  else if (!tableGrid(node).rectangular) {
    complain('table-rectangular', node.children.map((row) => row.children.length).join(', '));
  }
}

function hasWholeSpans({ colspan = 1, rowspan = 1 }: TableCell): boolean {
  return [colspan, rowspan].every((span) => Number.isInteger(span) && span >= 1);
}

function checkNumbers({ ordered, start, numbering, children }: List, complain: Complain): void {
  if (numbering !== undefined && !(ordered && NUMBERINGS.has(numbering))) complain('list-start', numbering);
  if (start === undefined) return;
  const possible =
    ordered && Number.isInteger(start) && start >= 0 && start + children.length - 1 <= MAX_LIST_NUMBER;
  if (!possible) complain('list-start', String(start));
}

const NUMBERINGS: ReadonlySet<string> = new Set(['a', 'A', 'i', 'I']);

function checkFigure({ asset, width, height }: Figure, complain: Complain): void {
  if (asset !== undefined && !isAssetId(asset)) complain('figure-asset', asset);
  const sizes = [width, height].filter((size) => size !== undefined);
  if (sizes.length === 1 || !sizes.every(isPixels)) complain('figure-size', sizes.join(' × '));
}
