import { isAssetId, isPixels } from '../asset-id.ts';
import { MAX_LIST_NUMBER } from '../limits.ts';
import type {
  Block,
  Callout,
  Code,
  Figure,
  Inline,
  List,
  Paragraph,
  Section,
  Table,
  TableCell,
} from '../nodes.ts';
import { squared } from '../table-grid.ts';
import { mendInlines } from './mend-inlines.ts';
import { isTooDeep, type Mending, type Place, wordsIn } from './mending.ts';

/** Blocks that every format can write, with the same words. */
export function mendBlocks(blocks: readonly Block[], place: Place, mending: Mending): Block[] {
  return blocks.flatMap((block) => mendBlock(block, place, mending));
}

/** Inline nodes that every format can write, with the same words. */
export function mendWords(nodes: readonly Inline[], place: Place, mending: Mending): Inline[] {
  return mendInlines(nodes, place, mending, mendBlocks);
}

function mendBlock(block: Block, place: Place, mending: Mending): Block[] {
  if (isTooDeep(block, place)) {
    mending.say('normalise-depth');
    const value = mending.line(wordsIn([block]).join(' '));
    return value === '' ? [] : [{ type: 'paragraph', children: [{ type: 'text', value }] }];
  }
  const below = { ...place, depth: place.depth + 1 };
  switch (block.type) {
    case 'paragraph':
      return [
        { type: 'paragraph', ...mending.spoken(block), children: mendWords(block.children, below, mending) },
      ];
    case 'section':
      return mendSection(block, place, mending);
    case 'list':
      return mendList(block, place, mending);
    case 'table':
      return mendTable(block, place, mending);
    case 'blockquote': {
      const children = mendBlocks(block.children, below, mending);
      if (children.length > 0) return [{ type: 'blockquote', ...mending.spoken(block), children }];
      mending.say('normalise-shape', block.type);
      return [];
    }
    case 'code':
      return [mendCode(block, mending)];
    case 'figure':
      return [mendFigure(block, below, mending)];
    case 'callout':
      return [mendCallout(block, below, mending)];
    case 'thematicBreak':
      return [block];
  }
}

/** Notes stand outside of the outline: in one, a title is a paragraph. */
function mendSection(section: Section, place: Place, mending: Mending): Block[] {
  const below = { ...place, depth: place.depth + 1 };
  const words = mendWords(section.title, below, mending);
  if (place.inNote) {
    mending.say('normalise-shape', section.type);
    const title: Paragraph[] = words.length > 0 ? [{ type: 'paragraph', children: words }] : [];
    return [...title, ...mendBlocks(section.children, place, mending)];
  }
  const anchor = mending.anchor(section.anchor);
  const spoken = mending.spoken(section);
  const title: Inline[] = words.length > 0 ? words : [{ type: 'text', value: mending.label('') }];
  return [
    { type: 'section', anchor, ...spoken, title, children: mendBlocks(section.children, below, mending) },
  ];
}

function mendList(list: List, { depth, ...place }: Place, mending: Mending): Block[] {
  if (list.children.length === 0) {
    mending.say('normalise-shape', list.type);
    return [];
  }
  const { ordered, start, numbering } = list;
  const isCounted =
    ordered &&
    start !== undefined &&
    Number.isInteger(start) &&
    start >= 0 &&
    start + list.children.length - 1 <= MAX_LIST_NUMBER;
  const hasLetters = ordered && numbering !== undefined && NUMBERINGS.has(numbering);
  if ((start !== undefined && !isCounted) || (numbering !== undefined && !hasLetters))
    mending.say('normalise-shape', list.type);
  const children = list.children.map((item) => ({
    type: item.type,
    ...(item.checked !== undefined && { checked: item.checked }),
    ...mending.spoken(item),
    children: held(mendBlocks(item.children, { ...place, depth: depth + 2 }, mending), item.type, mending),
  }));
  return [
    {
      type: 'list',
      ordered,
      ...(isCounted && { start }),
      ...(hasLetters && { numbering }),
      ...mending.spoken(list),
      children,
    },
  ];
}

const NUMBERINGS: ReadonlySet<string> = new Set(['a', 'A', 'i', 'I']);

function mendTable(table: Table, { depth, ...place }: Place, mending: Mending): Block[] {
  if (table.children.length === 0) {
    mending.say('normalise-shape', table.type);
    return [];
  }
  const cellOf = ({ header, scope, colspan, rowspan, ...cell }: TableCell): TableCell => ({
    type: cell.type,
    header,
    ...(header && scope !== undefined && { scope }),
    ...(isSpan(colspan) && { colspan }),
    ...(isSpan(rowspan) && { rowspan }),
    ...mending.spoken(cell),
    children: held(mendBlocks(cell.children, { ...place, depth: depth + 3 }, mending), cell.type, mending),
  });
  const rows = table.children.map((row) => ({ ...row, children: row.children.map(cellOf) }));
  const mended: Table = { type: 'table', ...mending.spoken(table), children: rows };
  const square = squared(mended);
  if (square !== mended) mending.say('normalise-shape', table.type);
  return [square];
}

function isSpan(span: number | undefined): span is number {
  return span !== undefined && Number.isInteger(span) && span >= 1;
}

function mendCode(code: Code, mending: Mending): Code {
  const lang = mending.line(code.lang ?? '');
  return { type: 'code', ...(lang !== '' && { lang }), value: mending.lines(code.value) };
}

function mendFigure(figure: Figure, below: Place, mending: Mending): Figure {
  const alt = mending.line(figure.alt);
  const caption = mendWords(figure.caption, below, mending);
  const asset = assetOf(figure.asset, alt, mending);
  const { width, height } = figure;
  const isSized = width !== undefined && height !== undefined && isPixels(width) && isPixels(height);
  return {
    type: 'figure',
    ...mending.spoken(figure),
    ...(asset !== undefined && { asset }),
    alt,
    ...(isSized && { width, height }),
    caption,
  };
}

/** A picture that may be named, and is there. */
export function assetOf(asset: string | undefined, words: string, mending: Mending): string | undefined {
  if (asset === undefined) return undefined;
  const { pictures } = mending.needs;
  if (isAssetId(asset) && (pictures === undefined || pictures.has(asset))) return asset;
  mending.say('normalise-picture', words === '' ? asset : words);
  return undefined;
}

function mendCallout(box: Callout, below: Place, mending: Mending): Callout {
  return {
    type: 'callout',
    ...(box.anchor !== undefined && { anchor: mending.anchor(box.anchor) }),
    tone: box.tone,
    label: mending.label(box.label),
    children: mendBlocks(box.children, below, mending),
    details: box.details.map(({ label, value }) => ({
      label: mending.label(label),
      value: mendWords(value, below, mending),
    })),
  };
}

/** What must hold something holds an empty paragraph where there is nothing else. */
function held(children: readonly Block[], what: string, mending: Mending): readonly Block[] {
  if (children.length > 0) return children;
  mending.say('normalise-shape', what);
  return [{ type: 'paragraph', children: [] }];
}
