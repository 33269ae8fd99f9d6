import type { OutcomeBlock } from '@plenary/document';
import type { Lang } from '@plenary/programme';
import {
  type Block,
  type Callout,
  type Detail,
  headerCell,
  type Inline,
  paragraph,
  reference,
  singleLine,
  strong,
  table,
  tableCell,
  type TableRow,
  tableRow,
  text,
  toText,
} from '@plenary/report-ast';
import { fold } from './fold.ts';
import type { LoweredOutcome } from './lowering-context.ts';
import type { Memo } from './memo.ts';
import { printable } from './printable.ts';
import { WORDS } from './words.ts';

/** An outcome, the title of the section it stands in, and its theme. */
export interface Voice {
  readonly found: LoweredOutcome;
  readonly title: string;
  readonly theme: { readonly id: string; readonly title: string };
}

/** What stands in the synthesis once: an outcome, and those of other groups that were found to say the same. */
export interface Entry {
  readonly voices: readonly [Voice, ...Voice[]];
  readonly theme: Voice['theme'];
  readonly picked: Readonly<Record<string, unknown>>;
}

/** Where entries are kept while their voices stay the same. */
export interface EntryMemos {
  readonly boxes: Memo<LoweredOutcome, Callout>;
  readonly rows: Memo<LoweredOutcome, TableRow>;
}

/** An entry as a box: the words of each voice that has its own, whatever any of them picked, and links to all of them. */
export function asBox(entry: Entry, lang: Lang, { boxes }: EntryMemos): Callout {
  const { voices } = entry;
  return boxes.get(voices[0].found, '', [lang, ...dependsOf(entry)], () => boxOf(entry, lang));
}

/** Everything of an entry that shows in the synthesis, but its place. */
export function dependsOf({ voices }: Entry): readonly unknown[] {
  return voices.flatMap(({ found, title }) => [found, title]);
}

function boxOf({ voices }: Entry, lang: Lang): Callout {
  const { anchor: _, ...box } = voices[0].found.callout;
  const words = WORDS[lang];
  const links = voices.flatMap(({ found, title }, index): Inline[] => [
    ...(index > 0 ? [text(' · ')] : []),
    reference(found.anchor, title),
  ]);
  const label = voices.length > 1 ? words.sources : words.source;
  return {
    ...box,
    children: wordsOf(voices, lang),
    details: [...pickedBy(voices), { label, value: links }],
  };
}

/** Entries as a table: a row each, with a column for the words, for each of some picked values, and for the sources. */
export function asTable(
  block: OutcomeBlock,
  columns: readonly string[],
  entries: readonly Entry[],
  lang: Lang,
  { rows }: EntryMemos,
): Block {
  const { label, fields } = block.words[lang];
  const names = columns.map((column) => printable(fields[column] ?? '', column));
  const head = tableRow([label, ...names, WORDS[lang].source].map((name) => headerCell(name)));
  const lines = entries.map((entry) =>
    rows.get(entry.voices[0].found, '', [lang, block, ...dependsOf(entry)], () => rowOf(entry, names, lang)),
  );
  return table([head, ...lines]);
}

function rowOf({ voices }: Entry, names: readonly string[], lang: Lang): TableRow {
  const picked = pickedBy(voices);
  // A block prints a picked value under the name of its field, which is how a column finds its value.
  const values = names.map((name) => picked.filter((detail) => detail.label === name));
  return tableRow([
    tableCell(wordsOf(voices, lang)),
    ...values.map((details) => tableCell(details.map(({ value }) => paragraph(value)))),
    tableCell(voices.map(({ found, title }) => paragraph(reference(found.anchor, title)))),
  ]);
}

/** The words of the first voice, then those of each other one that says it otherwise, under the name of its group. */
function wordsOf(voices: Entry['voices'], lang: Lang): Block[] {
  const said = new Set<string>();
  return voices.flatMap(({ found, title }, index): Block[] => {
    const { children } = found.callout;
    const words = fold(toText(children));
    if (index > 0 && (words === '' || said.has(words))) return [];
    said.add(words);
    const own = children.map(withoutAnchors);
    return index === 0 ? own : [paragraph(strong(singleLine(WORDS[lang].inTheWordsOf(title)))), ...own];
  });
}

/** What any of the voices picked; the same value once. */
function pickedBy(voices: readonly Voice[]): Detail[] {
  const said = new Set<string>();
  return voices.flatMap(({ found }, index) =>
    found.callout.details.filter(({ label, value }) => {
      const fact = `${label}\n${fold(toText(value))}`;
      if (index > 0 && said.has(fact)) return false;
      said.add(fact);
      return true;
    }),
  );
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
