import {
  type Block,
  type Callout,
  type Figure,
  type Inline,
  type List,
  type Table,
  taskSign,
} from '@plenary/report-ast';
import { handle, type Handlers } from '../exporter.ts';

/** A line of a cell: words, or a picture by itself. */
export type CellLine = readonly Inline[] | Figure;

/** What decides how blocks become lines. */
export interface FlatPlace {
  readonly colon: string;
  /** Whether a picture is there to be shown; else it is its words. */
  isShown(figure: Figure): boolean;
}

/**
 * Blocks as lines, for a cell: Markdown's cells hold a line with breaks in it. No word is lost; a list keeps its bullets, a
 * title and a label are strong, a picture stands between two breaks, its caption below.
 */
export function flatten(blocks: readonly Block[], place: FlatPlace): readonly CellLine[] {
  const inside = (children: readonly Block[]): readonly CellLine[] => flatten(children, place);
  const handlers: Handlers<readonly CellLine[], Block> = {
    paragraph: ({ children }) => [children],
    section: ({ title, children }) => [[{ type: 'strong', children: title }], ...inside(children)],
    list: (node) => listLines(node, inside),
    table: (node) => tableLines(node, inside),
    blockquote: ({ children }) => inside(children),
    figure: (node) => [place.isShown(node) ? node : node.alt === '' ? [] : [text(node.alt)], node.caption],
    code: ({ value }) => value.split('\n').map(codeLine),
    callout: (node) => calloutLines(node, place.colon, inside),
    thematicBreak: () => [[text('———')]],
  };
  return blocks
    .flatMap((block) => handle(handlers, block))
    .filter((line) => isPicture(line) || line.length > 0);
}

/** Whether a line is a picture. */
export function isPicture(line: CellLine): line is Figure {
  return 'type' in line;
}

type Inside = (children: readonly Block[]) => readonly CellLine[];

function listLines(node: List, inside: Inside): readonly CellLine[] {
  const first = node.start ?? 1;
  return node.children.flatMap((item, index) => {
    const sign = item.checked === undefined ? '' : `${taskSign(item.checked)} `;
    const bullet = text(node.ordered ? `${first + index}. ${sign}` : sign || '• ');
    return joined([bullet], inside(item.children));
  });
}

/** The cells of a row behind one another; a picture among them has a line to itself. */
function tableLines(node: Table, inside: Inside): readonly CellLine[] {
  return node.children.flatMap((row) => {
    let lines: readonly CellLine[] = [];
    for (const [index, cell] of row.children.entries()) {
      const [last = []] = lines.slice(-1);
      const separator = index > 0 ? [text(' · ')] : [];
      const cellLines = inside(cell.children);
      lines = isPicture(last)
        ? [...lines, ...joined(separator, cellLines)]
        : [...lines.slice(0, -1), ...joined([...last, ...separator], cellLines)];
    }
    return lines;
  });
}

/** Lines of which the first begins with these words, where it is words. */
function joined(start: readonly Inline[], lines: readonly CellLine[]): readonly CellLine[] {
  const [head = [], ...others] = lines;
  return isPicture(head) ? [start, head, ...others] : [[...start, ...head], ...others];
}

function calloutLines(node: Callout, colon: string, inside: Inside): readonly CellLine[] {
  const facts = node.details.map(({ label, value }): CellLine => [strong(label), text(colon), ...value]);
  return [[strong(node.label)], ...inside(node.children), ...facts];
}

function codeLine(line: string): readonly Inline[] {
  return line === '' ? [] : [{ type: 'inlineCode', value: line }];
}

function text(value: string): Inline {
  return { type: 'text', value };
}

function strong(value: string): Inline {
  return { type: 'strong', children: [text(value)] };
}
