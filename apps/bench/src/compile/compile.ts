/** `node src/compile/compile.ts [--out results]`: what it takes to compile a report, cold and after one edit. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  compileReport,
  createCompiler,
  createLikeFinder,
  type LikeFinder,
  type ReportInput,
} from '@plenary/aggregation';
import { describeMachine } from '../report/machine.ts';
import { edited, madeSummit } from './made-summit.ts';

/** Sections of a summit, and what each promises in milliseconds of CPU; none for a size that is only compared. */
const SIZES = [20, 60, 240, 1000];
const COLD_RUNS = 9;
const EDITS = 60;
const EDITS_ALIKE = 9;

const { values } = parseArgs({ options: { out: { type: 'string' } } });
const rows = SIZES.map(measure);
const page = pageOf(rows);
console.log(page);
if (values.out !== undefined) {
  const date = new Date().toISOString().slice(0, 16).replace(':', '').toLowerCase();
  await writeFile(join(values.out, `${date}-compile.md`), page);
}

interface Row {
  readonly sections: number;
  /** Milliseconds of CPU. */
  readonly first: number;
  readonly cold: number;
  readonly edit: number;
  readonly worstEdit: number;
  readonly alike: number;
  readonly alikeAfterEdit: number;
  readonly longestStep: number;
}

function measure(sections: number): Row {
  const input = madeSummit(sections);
  const first = cpuOf(() => compileReport(fresh(input)));
  const cold = Array.from({ length: COLD_RUNS }, () => cpuOf(() => compileReport(fresh(input))));
  const compiler = createCompiler();
  let now = input;
  compiler.compile(now);
  const edits = Array.from({ length: EDITS }, (_, count) => {
    now = edited(now, count);
    return cpuOf(() => compiler.compile(now));
  });
  const steps: number[] = [];
  const alike = Array.from({ length: 3 }, () => cpuOf(() => findAlike(createLikeFinder(), input, steps)));
  const finder = createLikeFinder();
  findAlike(finder, now, steps);
  const alikeAfterEdits = Array.from({ length: EDITS_ALIKE }, (_, count) => {
    now = edited(now, count);
    return cpuOf(() => findAlike(finder, now, steps));
  });
  return {
    sections,
    first,
    cold: median(cold),
    edit: median(edits),
    worstEdit: Math.max(...edits),
    alike: median(alike),
    alikeAfterEdit: median(alikeAfterEdits),
    longestStep: percentile(steps, 0.999),
  };
}

/** Looks for outcomes that are alike, and writes down how long each step took. */
function findAlike(finder: LikeFinder, input: ReportInput, steps: number[]): void {
  const all = finder.find(input);
  for (let done = false; !done;) {
    const before = process.threadCpuUsage();
    done = all.next().done === true;
    const { user, system } = process.threadCpuUsage(before);
    steps.push((user + system) / 1000);
  }
}

/** The same words in other objects, of which nobody can remember anything. */
function fresh(input: ReportInput): ReportInput {
  const documents = [...input.documents].map(
    ([id, document]) => [id, { ...document, content: structuredClone(document.content) }] as const,
  );
  return { ...input, documents: new Map(documents) };
}

function cpuOf(task: () => unknown): number {
  const before = process.cpuUsage();
  task();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function median(values_: readonly number[]): number {
  return percentile(values_, 0.5);
}

function percentile(values_: readonly number[], part: number): number {
  return values_.toSorted((a, b) => a - b)[Math.floor(values_.length * part)] ?? Number.NaN;
}

function pageOf(measured: readonly Row[]): string {
  const sixty = measured.find(({ sections }) => sections === 60);
  const thousand = measured.find(({ sections }) => sections === 1000);
  const lines = measured.map(
    ({ sections, ...of }) =>
      `| ${[sections, ...[of.first, of.cold, of.edit, of.worstEdit, of.alike, of.alikeAfterEdit, of.longestStep].map((value) => value.toFixed(1))].join(' | ')} |`,
  );
  return [
    `# Compiling a report`,
    '',
    Object.values(describeMachine('/tmp')).join(' · '),
    '',
    'Milliseconds of CPU (user and system, collection of garbage included) in one process. A section has some 1,200 words, a table and 16',
    `outcomes. Cold: the median of ${COLD_RUNS} compiles of documents nobody has seen, after the first, which also loads the program. After an edit: the median`,
    `and the worst of ${EDITS} compiles, before each of which a word was typed into another section. Alike: looking for outcomes that nearly say the same, cold and after an edit, and the longest of`,
    'a thousand steps of that, between which others have their turn, of its own thread.',
    '',
    '| sections | first | cold | after an edit | worst edit | alike | alike after an edit | longest step |',
    '| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...lines,
    '',
    `1,000 sections take ${((thousand?.cold ?? Number.NaN) / (sixty?.cold ?? Number.NaN)).toFixed(1)} times what 60 take.`,
    '',
  ].join('\n');
}
