import { type Block, type Callout, type Inline, type List, type Table, taskSign } from '@plenary/report-ast';
import { handle, type Handlers } from '../exporter.ts';

/**
 * Blocks as one run of words with breaks, for a cell: Markdown's cells hold a line. No word is lost; a list keeps its
 * bullets, a title and a label are strong, a picture is what it shows and its caption.
 */
export function flatten(blocks: readonly Block[], colon: string): readonly Inline[] {
  return joined(lines(blocks, colon));
}

type Line = readonly Inline[];

function lines(blocks: readonly Block[], colon: string): readonly Line[] {
  const handlers: Handlers<readonly Line[], Block> = {
    paragraph: ({ children }) => [children],
    section: ({ title, children }) => [[{ type: 'strong', children: title }], ...lines(children, colon)],
    list: (node) => listLines(node, colon),
    table: (node) => tableLines(node, colon),
    blockquote: ({ children }) => lines(children, colon),
    figure: ({ alt, caption }) => [alt === '' ? [] : [text(alt)], caption],
    code: ({ value }) => value.split('\n').map(codeLine),
    callout: (node) => calloutLines(node, colon),
    thematicBreak: () => [[text('———')]],
  };
  return blocks.flatMap((block) => handle(handlers, block)).filter((line) => line.length > 0);
}

function listLines(node: List, colon: string): readonly Line[] {
  const first = node.start ?? 1;
  return node.children.flatMap((item, index) => {
    const sign = item.checked === undefined ? '' : `${taskSign(item.checked)} `;
    const bullet = text(node.ordered ? `${first + index}. ${sign}` : sign || '• ');
    const [head = [], ...others] = lines(item.children, colon);
    return [[bullet, ...head], ...others];
  });
}

function tableLines(node: Table, colon: string): readonly Line[] {
  return node.children.map((row) =>
    row.children.flatMap((cell, index) => [
      ...(index > 0 ? [text(' · ')] : []),
      ...flatten(cell.children, colon),
    ]),
  );
}

function calloutLines(node: Callout, colon: string): readonly Line[] {
  const facts = node.details.map(({ label, value }): Line => [strong(label), text(colon), ...value]);
  return [[strong(node.label)], ...lines(node.children, colon), ...facts];
}

function codeLine(line: string): Line {
  return line === '' ? [] : [{ type: 'inlineCode', value: line }];
}

function joined(all: readonly Line[]): readonly Inline[] {
  return all.flatMap((line, index): Line => (index > 0 ? [{ type: 'break' }, ...line] : line));
}

function text(value: string): Inline {
  return { type: 'text', value };
}

function strong(value: string): Inline {
  return { type: 'strong', children: [text(value)] };
}
