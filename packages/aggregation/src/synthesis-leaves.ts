import type { DocumentLeaf, OutcomeLeaves } from './document-leaves.ts';
import { fold } from './fold.ts';
import type { Leaf } from './leaf.ts';
import { type PlacedGroup, themeOf } from './programme-order.ts';
import type { ReportInput } from './report-input.ts';
import { chaptersOf, fieldOf, gather, type Gatherable, type Gathered } from './synthesis-order.ts';

/** What was found in the document of a group. */
export interface GroupLeaves {
  readonly id: string;
  readonly title: string;
  readonly placed: PlacedGroup;
  readonly outcomes: readonly OutcomeLeaves[];
}

/** The words that the synthesis has to say, in order. `under`: which outcomes stand under which other one. */
export function synthesisLeaves(
  groups: readonly GroupLeaves[],
  under: ReadonlyMap<string, string>,
  { blocks, lang, plan }: ReportInput,
): Leaf[] {
  const entries = entriesOf(groups, under);
  return chaptersOf(blocks, plan).flatMap(({ block: { kind, synthesis, words }, by }) => {
    const its = entries.filter(({ voices }) => voices[0]?.outcome.kind === kind);
    const columns =
      synthesis.form === 'table' ? synthesis.columns.map((key) => words[lang].fields[key]) : undefined;
    const label = words[lang].fields[fieldOf(by) ?? ''];
    return gather(its, by).flatMap((gathered) => [
      ...titleLeaves(gathered, label),
      ...gathered.entries.flatMap(({ voices }) => leavesOf(voices, columns)),
    ]);
  });
}

/** What entries stand under, where it is somebody's words and not the report's. */
function titleLeaves({ of, entries }: Gathered<EntryLeaves>, label: string | undefined): Leaf[] {
  const [first] = entries;
  const voice = first?.voices[0];
  if (first === undefined || voice === undefined) return [];
  if (of === 'theme') return frameLeaves(voice.group, first.theme.title);
  const shown = voice.outcome.picked.find((picked) => picked.label === label);
  return of === 'value' && shown !== undefined ? frameLeaves(voice.group, shown.leaf.text) : [];
}

interface Voice {
  readonly group: GroupLeaves;
  readonly outcome: OutcomeLeaves;
}

interface EntryLeaves extends Gatherable {
  readonly theme: { readonly id: string; readonly title: string };
  readonly voices: readonly Voice[];
}

function entriesOf(groups: readonly GroupLeaves[], under: ReadonlyMap<string, string>): EntryLeaves[] {
  const met = new Set<string>();
  const voices = groups.flatMap((group) =>
    group.outcomes.map((outcome, index) => {
      const id = outcome.node.attrs?.['id'];
      // Only the first to have an id is known by it; nothing stands under or over another one.
      const own = typeof id === 'string' && id !== '' && !met.has(id) ? id : undefined;
      if (own !== undefined) met.add(own);
      return { group, outcome, own, key: own ?? `${group.id} ${index}` };
    }),
  );
  const said = voices.filter(({ outcome }) => outcome.written.length + outcome.picked.length > 0);
  const known = new Set(said.map(({ own }) => own));
  const byHead = Map.groupBy(said, ({ own, key }) => {
    const head = own === undefined ? undefined : under.get(own);
    return head !== undefined && known.has(head) ? `id ${head}` : `${own === undefined ? 'no' : 'id'} ${key}`;
  });
  return [...byHead.values()].flatMap((its) => {
    const [first] = its;
    if (first === undefined) return [];
    return [{ voices: its, theme: themeOf(first.group.placed), picked: first.outcome.node.attrs ?? {} }];
  });
}

/** The words of the first voice, those of the others where they differ, what each picked, and where they stand. */
function leavesOf(voices: readonly Voice[], columns: readonly (string | undefined)[] | undefined): Leaf[] {
  const written: Leaf[] = [];
  const texts = new Set<string>();
  const picked: { readonly label: string; readonly leaf: Leaf }[] = [];
  const facts = new Set<string>();
  for (const [index, { group, outcome }] of voices.entries()) {
    const text = outcome.written.map((leaf) => leaf.text).join(' ');
    if (index === 0 || !texts.has(text)) {
      if (index > 0 && text !== '') written.push(...frameLeaves(group, group.title));
      written.push(...outcome.written.map((leaf) => leafOf(group, leaf)));
    }
    texts.add(text);
    for (const { label, leaf } of outcome.picked) {
      const fact = `${label}\n${leaf.text}`;
      if (index === 0 || !facts.has(fact)) picked.push({ label, leaf: leafOf(group, leaf) });
      facts.add(fact);
    }
  }
  const shown = columns?.flatMap((column) => picked.filter(({ label }) => label === column)) ?? picked;
  const titles = voices.flatMap(({ group }) => frameLeaves(group, group.title));
  return [...written, ...shown.map(({ leaf }) => leaf), ...titles];
}

function frameLeaves({ id, title }: GroupLeaves, words: string): Leaf[] {
  const text = fold(words);
  return text === '' ? [] : [{ group: id, title, kind: 'frame', place: 'synthesis', text }];
}

function leafOf({ id, title }: GroupLeaves, leaf: DocumentLeaf): Leaf {
  return { group: id, title, place: 'synthesis', ...leaf };
}
