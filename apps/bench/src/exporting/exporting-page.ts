import type { Figures } from '../report/figures.ts';
import type { Machine } from '../report/machine.ts';
import { median } from '../report/statistics.ts';
import type { EventLoop } from './organiser.ts';

/** What those who type saw for a while. */
export interface Window extends Figures {
  readonly eventLoop: EventLoop;
}

/** One fresh server. */
export interface ExportingRun {
  readonly pages: number;
  /** From asking for the file to having it. */
  readonly seconds: number;
  readonly alone: Window;
  readonly meanwhile: Window;
  /** While a program that has nothing to do with the server kept the core busy, at the priority of an export. */
  readonly beside: Window;
}

/** All that was found. */
export interface Findings {
  readonly date: string;
  readonly machine: Machine;
  readonly groups: number;
  /** Rooms in which people typed. */
  readonly rooms: number;
  /** In each of these rooms. */
  readonly writers: number;
  readonly quick: boolean;
  readonly runs: readonly ExportingRun[];
}

type Of = (run: ExportingRun) => Window;
const alone: Of = (run) => run.alone;
const meanwhile: Of = (run) => run.meanwhile;
const beside: Of = (run) => run.beside;

/** The findings as a page to read. */
export function exportingPage({ date, machine, groups, rooms, writers, quick, runs }: Findings): string {
  const times = (of: (run: ExportingRun) => number): string => `× ${median(runs.map(of)).toFixed(2)}`;
  const row = (label: string, of: (window: Window) => number | undefined, digits: number): string => {
    const value = (window: Window): number => of(window) ?? Number.NaN;
    const ratio = (than: Of): string =>
      runs.some((run) => value(than(run)) === 0)
        ? ''
        : times((run) => value(meanwhile(run)) / value(than(run)));
    const cell = (which: Of): string => {
      const values = runs.map((run) => value(which(run)));
      return spread(values, digits);
    };
    return `| ${[label, cell(alone), cell(meanwhile), ratio(alone), cell(beside), ratio(beside)].join(' | ')} |`;
  };
  const pages = spread(
    runs.map((run) => run.pages),
    0,
  );
  const seconds = spread(
    runs.map((run) => run.seconds),
    1,
  );
  return [
    `# Typing while a PDF is made, ${date}`,
    '',
    `${machine.processor}, ${machine.cores} cores, ${machine.memoryGigabytes} GB; ${machine.system}; Node ${machine.node}; data on ${machine.disk}; commit ${machine.commit}.`,
    '',
    ...(quick
      ? ['A quick run: everything is small. It shows that the benchmark works, not how fast anything is.', '']
      : []),
    `A summit of ${groups} groups that have written; in ${rooms} of their rooms ${writers} writers each press 3 keys a second, with a caret move for each. First they are alone, then an`,
    `organiser has the report made as PDF by the server’s HTTP API: ${pages} pages, ${seconds} s from the wish to the file. It is the first report of a fresh server, so nothing is remembered.`,
    machine.pinned
      ? 'The server, its export thread and Typst share one core with the rooms, which is the harder case; the load has the other one.'
      : 'Server and load share all cores.',
    '',
    'For comparison, a program that has nothing to do with the server keeps the same core busy, at the same low priority: what is as slow beside it is the machine’s doing.',
    '',
    `Medians of ${runs.length} runs (least–most); a ratio is the median of the ratios within each run.`,
    '',
    '| | alone | while the PDF is made | ratio | beside a busy program | ratio |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    row('key → other screen p50 ms', ({ p50 }) => p50, 1),
    row('p99 ms', ({ p99 }) => p99, 1),
    row('event loop late, p99 ms', ({ eventLoop }) => eventLoop.p99, 1),
    row('event loop late, longest ms', ({ eventLoop }) => eventLoop.longest, 1),
    row('deliveries/s', ({ rate }) => rate, 0),
    row('never delivered', ({ missing }) => missing, 0),
    row('connections lost', ({ lost }) => lost, 0),
    row('load, cores', ({ generatorCores }) => generatorCores, 2),
    row('rest of machine, cores', ({ otherCores }) => otherCores, 2),
    '',
  ].join('\n');
}

function spread(values: readonly number[], digits: number): string {
  const [least, most] = [Math.min(...values), Math.max(...values)].map((value) => value.toFixed(digits));
  const middle = median(values).toFixed(digits);
  return least === most ? middle : `${middle} (${least}–${most})`;
}
