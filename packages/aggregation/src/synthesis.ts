import type { OutcomeBlock, OutcomeBlocks } from '@plenary/document';
import type { Lang } from '@plenary/programme';
import {
  type Block,
  type Callout,
  type Detail,
  headerCell,
  inlines,
  paragraph,
  type Part,
  reference,
  section,
  table,
  tableCell,
  tableRow,
} from '@plenary/report-ast';
import { type Anchors, synthesisAnchor } from './anchors.ts';
import { printable } from './printable.ts';
import type { ReportGroup } from './group-section.ts';
import type { LoweredOutcome } from './lowering-context.ts';
import { WORDS } from './words.ts';

/**
 * What the groups arrived at, kind by kind in the order the blocks ask for, each item linked back to where it stands.
 * Empty when no group has an outcome of a kind that comes together.
 */
export function synthesisParts(
  groups: readonly ReportGroup[],
  blocks: OutcomeBlocks,
  lang: Lang,
  anchors: Anchors,
): Part[] {
  const anchor = anchors.take('synthesis');
  const entries = groups.flatMap((group) =>
    (group.document?.outcomes ?? []).map((found): Entry => ({ found, title: group.title })),
  );
  const byKind = Map.groupBy(entries, ({ found }) => found.outcome.kind);
  const children = inSynthesisOrder(blocks).flatMap((block): Block[] => {
    const its = byKind.get(block.kind) ?? [];
    if (its.length === 0) return [];
    const { plural } = block.words[lang];
    const head = { anchor: anchors.take(synthesisAnchor(block.kind)), title: printable(plural, block.kind) };
    return [section(head, gathered(block, its, lang))];
  });
  return children.length > 0 ? [{ anchor, title: inlines(WORDS[lang].synthesis), children }] : [];
}

/** An outcome, and the title of the section it stands in. */
interface Entry {
  readonly found: LoweredOutcome;
  readonly title: string;
}

/** The sort keeps the registry's order for blocks that ask for the same place. */
function inSynthesisOrder(blocks: OutcomeBlocks): OutcomeBlock[] {
  const all: readonly OutcomeBlock[] = Object.values(blocks);
  return all.filter(({ synthesis }) => synthesis.form !== 'none').toSorted((a, b) => orderOf(a) - orderOf(b));
}

function orderOf({ synthesis }: OutcomeBlock): number {
  return synthesis.form === 'none' ? Infinity : synthesis.order;
}

function gathered(block: OutcomeBlock, entries: readonly Entry[], lang: Lang): Block[] {
  const { synthesis } = block;
  if (synthesis.form === 'none') return [];
  if (synthesis.form === 'list') return entries.map((entry) => asBox(entry, lang));
  return [asTable(block, synthesis.columns, entries, lang)];
}

function asBox({ found, title }: Entry, lang: Lang): Callout {
  const { anchor: _, ...box } = found.callout;
  const source: Detail = { label: WORDS[lang].source, value: [reference(found.anchor, title)] };
  return { ...box, children: box.children.map(withoutAnchors), details: [...box.details, source] };
}

function asTable(
  block: OutcomeBlock,
  columns: readonly string[],
  entries: readonly Entry[],
  lang: Lang,
): Block {
  const { label, fields } = block.words[lang];
  const names = columns.map((column) => printable(fields[column] ?? '', column));
  const head = tableRow([label, ...names, WORDS[lang].source].map((name) => headerCell(name)));
  const rows = entries.map(({ found, title }) => {
    const { children, details } = found.callout;
    // A block prints a picked value under the name of its field, which is how a column finds its value.
    const values = names.map((name) =>
      details.filter((detail) => detail.label === name).flatMap(({ value }) => value),
    );
    return tableRow([
      tableCell(children.map(withoutAnchors)),
      ...values.map((value) => tableCell([paragraph(value)])),
      tableCell([paragraph(reference(found.anchor, title))]),
    ]);
  });
  return table([head, ...rows]);
}

/** A box inside the box keeps its anchor where it stands first; an anchor names one place only. */
function withoutAnchors(block: Block): Block {
  switch (block.type) {
    case 'callout': {
      const { anchor: _, ...box } = block;
      return { ...box, children: box.children.map(withoutAnchors) };
    }
    case 'blockquote':
      return { ...block, children: block.children.map(withoutAnchors) };
    case 'list':
      return { ...block, children: block.children.map((item) => inner(item)) };
    case 'table':
      return {
        ...block,
        children: block.children.map((row) => ({ ...row, children: row.children.map(inner) })),
      };
    default:
      // The others hold no block; sections begin only at the top of a document, never inside an outcome.
      return block;
  }
}

function inner<Node extends { readonly children: readonly Block[] }>(node: Node): Node {
  return { ...node, children: node.children.map(withoutAnchors) };
}
