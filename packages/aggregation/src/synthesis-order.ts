import type { OutcomeBlock, OutcomeBlocks } from '@plenary/document';
import { DEFAULT_PLAN, type Gathering, inPlannedOrder, type ReportPlan } from '@plenary/programme';

/** The outcomes of one kind, brought together in one way. */
export interface Chapter {
  readonly block: OutcomeBlock;
  readonly by: Gathering;
}

/**
 * The chapters of the synthesis in the order of the plan, else in the order the blocks ask for; those the plan does not
 * show left out. A chapter that was to be gathered by a value its block does not gather by is not gathered.
 */
export function chaptersOf(blocks: OutcomeBlocks, plan: ReportPlan = DEFAULT_PLAN): Chapter[] {
  const all: readonly OutcomeBlock[] = Object.values(blocks);
  // The sort keeps the registry's order for blocks that ask for the same place.
  const own = all
    .flatMap((block) => (block.synthesis.form === 'none' ? [] : [{ block, order: block.synthesis.order }]))
    .toSorted((one, other) => one.order - other.order)
    .map(({ block }) => block);
  const planned = new Map(plan.synthesis.map((chapter) => [chapter.kind, chapter]));
  return inPlannedOrder(own, ({ kind }) => kind, [...planned.keys()]).flatMap((block) => {
    const { shown = true, by = 'none' } = planned.get(block.kind) ?? {};
    return shown ? [{ block, by: isPossible(by, block) ? by : 'none' }] : [];
  });
}

/** Whether the outcomes of a block can be gathered so. */
export function isPossible(by: Gathering, { gatheredBy = [] }: OutcomeBlock): boolean {
  const field = fieldOf(by);
  return field === undefined || gatheredBy.includes(field);
}

/** The picked value by which something is gathered, if that is how. */
export function fieldOf(by: Gathering): string | undefined {
  return by.startsWith(FIELD) ? by.slice(FIELD.length) : undefined;
}

/** What an entry of the synthesis can be gathered by. */
export interface Gatherable {
  readonly theme: { readonly id: string };
  /** The outcome as it was picked. */
  readonly picked: Readonly<Record<string, unknown>>;
}

/** Entries that stand under one title. */
export interface Gathered<Entry> {
  /** `undefined`: nothing was picked; `month`: the days picked are of this month. */
  readonly of: 'all' | 'theme' | 'value' | 'month' | undefined;
  readonly key: string;
  readonly entries: readonly Entry[];
}

/**
 * Brings entries together: themes in the order in which they are met, months in the order of the calendar, other values
 * in the order of their letters, and last those for which nothing was picked. Entries keep their order, but for those of
 * a month, which stand in the order of their days.
 */
export function gather<Entry extends Gatherable>(
  entries: readonly Entry[],
  by: Gathering,
): Gathered<Entry>[] {
  if (by === 'none') return [{ of: 'all', key: '', entries }];
  const field = fieldOf(by);
  if (field === undefined) {
    const themes = Map.groupBy(entries, ({ theme }) => theme.id);
    return [...themes].map(([key, its]) => ({ of: 'theme', key, entries: its }));
  }
  const groups = Map.groupBy(entries, ({ picked }) => keyOf(picked[field]));
  return [...groups]
    .toSorted(([one], [other]) => compare(one, other))
    .map(([key, its]) => {
      const of = kindOf(key);
      return { of, key, entries: of === 'month' ? inOrderOfDays(its, field) : its };
    });
}

function inOrderOfDays<Entry extends Gatherable>(entries: readonly Entry[], field: string): Entry[] {
  const dayOf = ({ picked }: Entry): string => String(picked[field]);
  return entries.toSorted((one, other) => compare(dayOf(one), dayOf(other)));
}

const FIELD = 'field:';

/** The same for two spellings of one name: case and accents do not part them. */
function keyOf(value: unknown): string {
  const words = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  if (DAY.test(words)) return words.slice(0, 'yyyy-mm'.length);
  return words.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

function kindOf(key: string): Gathered<unknown>['of'] {
  if (key === '') return undefined;
  return MONTH.test(key) ? 'month' : 'value';
}

// By code units, which is the same on every machine; nothing last.
function compare(one: string, other: string): number {
  if (one === other) return 0;
  if (one === '' || other === '') return one === '' ? 1 : -1;
  return one < other ? -1 : 1;
}

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const MONTH = /^\d{4}-\d{2}$/;
