import type { Machine } from '../report/machine.ts';
import { median } from '../report/statistics.ts';
import type { Taken } from './timed.ts';

/** What the runs of one format took. */
export interface FormatRuns {
  /** What is compared: Node has the program compiled since an earlier run, as the command line has it and as pandoc is. */
  readonly write: Taken[];
  /** The same where Node has kept nothing yet, as after an update. */
  readonly first: Taken[];
  /** The same process without writing: the program, the report and the pictures are loaded. */
  readonly start: Taken[];
  /** The file read back, and each leaf looked for in it. */
  readonly read: Taken[];
  /** Empty where pandoc is not there, or does not write the format. */
  readonly pandoc: Taken[];
}

/** All that was measured. This is what the JSON file holds. */
export interface Findings {
  readonly date: string;
  readonly machine: Machine;
  /** Its version, or undefined where it is not on the machine. */
  readonly pandoc: string | undefined;
  readonly groups: number;
  readonly leaves: number;
  readonly pages: number;
  /** Load of the machine before each measurement. */
  readonly loads: readonly number[];
  readonly formats: Readonly<Record<string, FormatRuns>>;
}

/** What was promised of a format at 300 pages: times pandoc's CPU; or seconds, and megabytes of the largest process. */
export const PROMISED: Readonly<
  Record<string, { readonly ratio: number } | { readonly cpu: number; readonly megabytes: number }>
> = {
  docx: { ratio: 0.2 },
  odt: { ratio: 0.15 },
  epub: { ratio: 0.12 },
  html: { ratio: 0.06 },
  md: { ratio: 0.5 },
  pdf: { cpu: 12, megabytes: 1100 },
};

/** The findings as a page to read. */
export function reportsPage({
  machine,
  pandoc,
  leaves,
  pages,
  groups,
  loads,
  formats,
  ...rest
}: Findings): string {
  return [
    `# Writing a report, ${rest.date.slice(0, 10)}`,
    '',
    `${machine.processor}, ${machine.cores} cores, ${machine.memoryGigabytes} GB; ${machine.system}; Node ${machine.node}; commit ${machine.commit}; load of the machine ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}.`,
    '',
    `A made report of ${groups} groups: ${leaves} leaves, ${pages} pages as PDF. CPU seconds (user and system) of whole processes with all they`,
    'start, medians of the runs, in brackets what they lie between; ours and pandoc in turn, every second run in reverse. As on the command line, Node keeps what it',
    'compiled: compared is every run but the first after an update, which has columns of its own and no verdict. “Of that start” is the same process without writing: Node starts,',
    'loads the program and the report. Reading back is a process of its own; it found every leaf, in order, and as many',
    `cells, notes, links and pictures as there have to be. ${pandoc === undefined ? 'pandoc was not on this machine.' : `${pandoc} is fed our HTML without styles and fonts.`} The ratio is the median of the ratios within a run.`,
    '',
    '| format | ours, CPU s | of that start | peak MB | pandoc, CPU s | peak MB | ratio | promised | | first run, CPU s | its ratio | read back, CPU s |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- | --- | ---: | ---: | ---: |',
    ...Object.entries(formats).map(([id, runs]) => rowOf(id, runs)),
    '',
  ].join('\n');
}

function rowOf(id: string, { write, first, start, read, pandoc }: FormatRuns): string {
  const [ratio = Number.NaN, ratioAtFirst = Number.NaN] = [write, first].map((ours) =>
    median(ours.map(({ cpu }, run) => cpu / (pandoc[run]?.cpu ?? Number.NaN))),
  );
  const { promised, verdict } = judge(id, ratio, write);
  const cells = [
    id,
    spread(write),
    middle(start, 'cpu').toFixed(2),
    middle(write, 'megabytes').toFixed(0),
    pandoc.length === 0 ? '' : spread(pandoc),
    pandoc.length === 0 ? '' : middle(pandoc, 'megabytes').toFixed(0),
    Number.isNaN(ratio) ? '' : ratio.toFixed(3),
    promised,
    verdict,
    spread(first),
    Number.isNaN(ratioAtFirst) ? '' : ratioAtFirst.toFixed(2),
    spread(read),
  ];
  return `| ${cells.join(' | ')} |`;
}

function judge(id: string, ratio: number, write: readonly Taken[]): { promised: string; verdict: string } {
  const promise = PROMISED[id];
  if (promise === undefined) return { promised: '', verdict: '' };
  if ('ratio' in promise) {
    const verdict = Number.isNaN(ratio) ? 'not compared' : said(ratio <= promise.ratio);
    return { promised: `≤ ${promise.ratio}`, verdict };
  }
  const { cpu, megabytes } = promise;
  const kept = middle(write, 'cpu') <= cpu && middle(write, 'megabytes') <= megabytes;
  return { promised: `≤ ${cpu} s, ≤ ${megabytes} MB`, verdict: said(kept) };
}

function said(kept: boolean): string {
  return kept ? 'kept' : '**missed**';
}

function middle(runs: readonly Taken[], of: keyof Taken): number {
  return median(runs.map((taken) => taken[of]));
}

function spread(runs: readonly Taken[]): string {
  const cpu = runs.map((taken) => taken.cpu);
  return `${median(cpu).toFixed(2)} (${Math.min(...cpu).toFixed(2)}–${Math.max(...cpu).toFixed(2)})`;
}
