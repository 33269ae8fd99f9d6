import type { OutcomeBlock } from '@plenary/document';
import { type Lang, monthTitle } from '@plenary/programme';
import { type Anchor, type Block, inlines, type Part, section, toText } from '@plenary/report-ast';
import { type Anchors, slug, synthesisAnchor } from './anchors.ts';
import type { ReportGroup } from './group-section.ts';
import { printable } from './printable.ts';
import { themeOf } from './programme-order.ts';
import type { ReportInput } from './report-input.ts';
import { asBox, asTable, type Entry, type EntryMemos, type Voice } from './synthesis-entries.ts';
import { type Chapter, chaptersOf, fieldOf, gather, type Gathered } from './synthesis-order.ts';
import { WORDS } from './words.ts';

/**
 * What the groups arrived at, kind by kind, each item linked back to where it stands. Empty when no group has an outcome
 * of a kind that comes together. `under`: which outcomes stand under which other one.
 */
export function synthesisParts(
  groups: readonly ReportGroup[],
  input: ReportInput,
  under: ReadonlyMap<string, string>,
  anchors: Anchors,
  memos: EntryMemos,
): Part[] {
  const anchor = anchors.take('synthesis');
  const byKind = Map.groupBy(entriesOf(groups, under), ({ voices: [first] }) => first.found.outcome.kind);
  const children = chaptersOf(input.blocks, input.plan).flatMap((chapter): Block[] => {
    const { block } = chapter;
    const entries = byKind.get(block.kind) ?? [];
    if (entries.length === 0) return [];
    const own = anchors.take(synthesisAnchor(block.kind));
    const title = printable(block.words[input.lang].plural, block.kind);
    return [section({ anchor: own, title }, bodyOf(chapter, entries, own, input.lang, memos))];
  });
  if (children.length === 0) return [];
  return [{ anchor, kind: 'synthesis', title: inlines(WORDS[input.lang].synthesis), children }];
}

/** Every outcome that left a box, those that stand under another one with it. */
function entriesOf(groups: readonly ReportGroup[], under: ReadonlyMap<string, string>): Entry[] {
  const voices = groups.flatMap((group): Voice[] =>
    (group.document?.outcomes ?? []).map((found) => ({
      found,
      title: group.title,
      theme: themeOf(group.placed),
    })),
  );
  const known = new Set(voices.map(({ found }) => found.id));
  const byHead = Map.groupBy(voices, ({ found: { id } }) => {
    const head = under.get(id);
    return head !== undefined && known.has(head) ? head : id;
  });
  return [...byHead.values()].flatMap(([first, ...others]): Entry[] =>
    first === undefined
      ? []
      : [{ voices: [first, ...others], theme: first.theme, picked: first.found.outcome.node.attrs ?? {} }],
  );
}

function bodyOf(
  chapter: Chapter,
  entries: readonly Entry[],
  own: Anchor,
  lang: Lang,
  memos: EntryMemos,
): Block[] {
  const { block, by } = chapter;
  // Titles inside a chapter are addressed by what they say, below the chapter's own address.
  const taken = new Map<string, number>();
  const anchorOf = (title: string): Anchor => {
    const name = slug(title) === '' ? 'part' : slug(title);
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    return `${own}--${count === 1 ? name : `${name}--${count}`}`;
  };
  return gather(entries, by).flatMap((gathered): Block[] => {
    const blocks = listed(block, gathered.entries, lang, memos);
    if (gathered.of === 'all') return blocks;
    const title = titleOf(gathered, chapter, lang);
    return [section({ anchor: anchorOf(title), title }, blocks)];
  });
}

function listed(block: OutcomeBlock, entries: readonly Entry[], lang: Lang, memos: EntryMemos): Block[] {
  switch (block.synthesis.form) {
    case 'none':
      return [];
    case 'list':
      return entries.map((entry) => asBox(entry, lang, memos));
    case 'table':
      return [asTable(block, block.synthesis.columns, entries, lang, memos)];
  }
}

function titleOf({ of, key, entries }: Gathered<Entry>, { block, by }: Chapter, lang: Lang): string {
  const field = fieldOf(by) ?? '';
  const label = block.words[lang].fields[field] ?? field;
  const first = entries[0];
  switch (of) {
    case 'theme':
      return printable(first?.theme.title ?? '', key);
    case 'month':
      return monthTitle(`${key}-01`, lang);
    case 'value': {
      // A block prints a picked value under the name of its field.
      const shown = first?.voices[0].found.callout.details.find((detail) => detail.label === label);
      return printable(shown === undefined ? '' : toText(shown.value), key);
    }
    case 'all':
    case undefined:
      return printable(WORDS[lang].notSaid(label), key);
  }
}
