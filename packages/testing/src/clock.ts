/** A clock that stands still until a test moves it. Fits wherever `now` and `after` are asked for. */
export interface ManualClock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Runs `task` once, when the clock has been moved by `ms`; the result cancels it. */
  after(ms: number, task: () => void): () => void;
  /**
   * Moves the clock on by `ms` and runs what falls due, in the order of its time; tasks set for the same moment
   * run in the order they were set. A task that sets another within the span sees it run too.
   */
  advance(ms: number): void;
  /** How many tasks wait. */
  readonly waiting: number;
}

/** 2016-10-12T09:00:00+02:00, the morning of the reference summit: no test depends on today. */
export const START = Date.UTC(2016, 9, 12, 7);

/** Makes a clock that shows `start`. */
export function createManualClock(start: number = START): ManualClock {
  let now = start;
  let tasks: Task[] = [];
  const nextBy = (end: number): Task | undefined =>
    tasks.filter(({ at }) => at <= end).toSorted((one, other) => one.at - other.at)[0];
  return {
    now: () => now,
    after(ms, run) {
      const task = { at: now + Math.max(0, ms), run };
      tasks = [...tasks, task];
      return () => {
        tasks = tasks.filter((other) => other !== task);
      };
    },
    advance(ms) {
      if (!(ms >= 0)) throw new RangeError(`advance(${ms}): time does not run backwards`);
      const end = now + ms;
      for (let task = nextBy(end); task !== undefined; task = nextBy(end)) {
        const due = task;
        tasks = tasks.filter((other) => other !== due);
        now = due.at;
        due.run();
      }
      now = end;
    },
    get waiting() {
      return tasks.length;
    },
  };
}

interface Task {
  readonly at: number;
  readonly run: () => void;
}
