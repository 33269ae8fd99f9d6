/** An event of a Chromium trace, as far as it is read here. Times in microseconds, `t…` of the thread's own clock. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tts?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly type?: string } };
}

/** What a main thread is busy with. */
export const PARTS = [
  'key',
  'network',
  'timers',
  'frame callbacks',
  'other',
  'style',
  'layout',
  'paint',
  'commit',
  'garbage',
] as const;

export type Part = (typeof PARTS)[number];

/** What one key cost, in milliseconds. */
export interface KeyCost {
  /** The thread's own time from the key until the frame that shows it is handed over. */
  readonly frame: number;
  /** The same until the window closes: with what the key leaves to be done later, and what others bring meanwhile. */
  readonly all: number;
  /** As `all` by the clock on the wall: with waiting for the compositor, and for a processor that others use. */
  readonly wall: number;
  /** `all`, by what it went into. */
  readonly parts: Readonly<Record<Part, number>>;
}

/**
 * What each key cost the page's main thread within `window` milliseconds. A key's own thread is the one that heard it.
 * Time that the thread stands still, because another process has the processor, counts only in `wall`.
 */
export function costOfKeys(events: readonly TraceEvent[], window: number): readonly KeyCost[] {
  const keys = events.filter(isKey).toSorted((one, other) => one.ts - other.ts);
  const [first] = keys;
  if (first === undefined) return [];
  const tasks = tasksOf(
    events.filter(({ ph, pid, tid }) => ph === 'X' && pid === first.pid && tid === first.tid),
  );
  return keys.map((key) => {
    const end = key.ts + window * 1000;
    return costOf(
      key,
      tasks.filter((task) => endOf(task) > key.ts && task.ts < end),
    );
  });
}

function isKey({ args, name, ph }: TraceEvent): boolean {
  return name === 'EventDispatch' && ph === 'X' && args?.data?.type === 'keydown';
}

/** A task of the thread, with what it went into. */
interface Task extends TraceEvent {
  readonly parts: ReadonlyMap<Part, number>;
  readonly isFrame: boolean;
}

function costOf(key: TraceEvent, tasks: readonly Task[]): KeyCost {
  const shown = tasks.find(({ isFrame }) => isFrame);
  const frame = tasks.filter(({ ts }) => shown !== undefined && ts <= shown.ts);
  // The key's task may have begun with something else.
  const [task] = tasks;
  const isInside = task !== undefined && task.ts < key.ts;
  const before = isInside ? (key.tts ?? 0) - (task.tts ?? 0) : 0;
  const beforeByWall = isInside ? key.ts - task.ts : 0;
  const parts = Object.fromEntries(
    PARTS.map((part) => {
      const own = tasks.reduce((sum, { parts: went }) => sum + (went.get(part) ?? 0), 0);
      return [part, (part === 'key' ? own - before : own) / 1000];
    }),
  ) as Record<Part, number>;
  return {
    frame: shown === undefined ? Number.NaN : (sumOf(frame, 'tdur') - before) / 1000,
    all: (sumOf(tasks, 'tdur') - before) / 1000,
    wall: (sumOf(tasks, 'dur') - beforeByWall) / 1000,
    parts,
  };
}

function sumOf(tasks: readonly Task[], field: 'dur' | 'tdur'): number {
  return tasks.reduce((sum, task) => sum + (task[field] ?? 0), 0);
}

/** The tasks of one thread. Everything in a task that is no drawing belongs to what the task was begun for. */
function tasksOf(events: readonly TraceEvent[]): readonly Task[] {
  const sorted = events.toSorted((one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0));
  const groups: TraceEvent[][] = [];
  let end = -Infinity;
  for (const event of sorted) {
    if (event.ts >= end) {
      groups.push([]);
      end = endOf(event);
    }
    groups.at(-1)?.push(event);
  }
  return groups.flatMap((spans) => {
    const [task] = spans;
    return task?.name === 'RunTask'
      ? [{ ...task, parts: partsOf(spans), isFrame: spans.some(isCommit) }]
      : [];
  });
}

function partsOf(spans: readonly TraceEvent[]): ReadonlyMap<Part, number> {
  const begunFor = spans.map(causeOf).find((cause) => cause !== undefined) ?? 'other';
  const parts = new Map<Part, number>();
  const open: { readonly span: TraceEvent; readonly part: Part }[] = [];
  const add = (part: Part, time: number): void => void parts.set(part, (parts.get(part) ?? 0) + time);
  for (const span of spans) {
    let around = open.at(-1);
    while (around && endOf(around.span) <= span.ts) {
      open.pop();
      around = open.at(-1);
    }
    const part = DRAWING.get(span.name) ?? around?.part ?? begunFor;
    add(part, span.tdur ?? 0);
    if (around) add(around.part, -(span.tdur ?? 0));
    open.push({ span, part });
  }
  return parts;
}

function causeOf({ args, name }: TraceEvent): Part | undefined {
  if (name === 'EventDispatch') return CAUSES.get(args?.data?.type ?? '');
  return name === 'TimerFire' || name === 'FireIdleCallback' ? 'timers' : undefined;
}

function isCommit({ name }: TraceEvent): boolean {
  return name === 'Commit';
}

function endOf({ dur, ts }: TraceEvent): number {
  return ts + (dur ?? 0);
}

/** What a task was begun for, by the first event in it that says so. */
const CAUSES: ReadonlyMap<string, Part> = new Map([
  ['keydown', 'key'],
  ['keypress', 'key'],
  ['beforeinput', 'key'],
  ['input', 'key'],
  ['keyup', 'key'],
  ['selectionchange', 'key'],
  ['message', 'network'],
]);

/** Stages of drawing, and what else is its own part wherever it happens. */
const DRAWING: ReadonlyMap<string, Part> = new Map([
  ['UpdateLayoutTree', 'style'],
  ['Layout', 'layout'],
  ['PrePaint', 'paint'],
  ['Paint', 'paint'],
  ['Layerize', 'paint'],
  ['Commit', 'commit'],
  ['FireAnimationFrame', 'frame callbacks'],
  ['MinorGC', 'garbage'],
  ['MajorGC', 'garbage'],
]);
