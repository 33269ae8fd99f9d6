import { runTool } from './tools.ts';
import { solid, type Understood } from './understood.ts';

/** A file as pandoc understands it. `from` is pandoc's name of the format. */
export async function readByPandoc(from: string, file: string | Uint8Array): Promise<Understood> {
  const tree: unknown = JSON.parse(await runTool('pandoc', ['-f', from, '-t', 'json'], file));
  const found = {
    headings: [] as string[],
    cells: [] as string[],
    notes: 0,
    links: [] as string[],
    pictures: [] as string[],
  };
  visit(tree, (node) => {
    const { t: type, c: content } = node;
    if (type === 'Header') found.headings.push(wordsIn(content[2]));
    if (type === 'Note') found.notes += 1;
    if (type === 'Link' && !targetOf(content).startsWith('#')) found.links.push(targetOf(content));
    if (type === 'Image') found.pictures.push(wordsIn(content[1]));
    if (type === 'Table') found.cells.push(...cellsOf(content).map(wordsIn));
  });
  return found;
}

/** A node of pandoc's tree: its name, and what it holds by position. */
interface PandocNode {
  readonly t: string;
  readonly c: readonly unknown[];
}

function isNode(value: unknown): value is PandocNode {
  return typeof value === 'object' && value !== null && 't' in value && 'c' in value;
}

/** Parents first, in reading order. */
function visit(value: unknown, met: (node: PandocNode) => void): void {
  if (Array.isArray(value)) for (const item of value) visit(item, met);
  else if (isNode(value)) {
    met(value);
    visit(value.c, met);
  } else if (typeof value === 'object' && value !== null) visit(Object.values(value), met);
}

function wordsIn(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsIn).join('');
  if (!isNode(value)) return '';
  const { t: type, c: content } = value;
  if (type === 'Note') return '';
  if (type === 'Str') return solid(String(content));
  if (type === 'Code' || type === 'CodeBlock') return solid(String(content[1]));
  return wordsIn(content);
}

/** `[…, [address, title]]` */
function targetOf(content: readonly unknown[]): string {
  const target: unknown = content.at(-1);
  return Array.isArray(target) ? String(target[0]) : '';
}

/** What each cell of a table holds: `[attributes, caption, columns, [_, headRows], bodies, [_, footRows]]`. */
function cellsOf(content: readonly unknown[]): readonly unknown[] {
  const [, , , head, bodies, foot] = content;
  const bodyRows = list(bodies).flatMap((body) => [...list(list(body)[2]), ...list(list(body)[3])]);
  const rows = [...list(list(head)[1]), ...bodyRows, ...list(list(foot)[1])];
  // A row is `[attributes, cells]`, a cell `[attributes, alignment, rows, columns, blocks]`.
  return rows.flatMap((row) => list(list(row)[1])).map((cell) => list(cell)[4]);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
