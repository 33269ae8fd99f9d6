/** `pnpm bench:reports [--runs 3] [--groups 50] [--out folder]`: what it costs to write a report of 300 pages, beside pandoc. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { reportLeaves } from '@plenary/report-ast';
import { describeMachine } from '../report/machine.ts';
import { madeReport } from './made-report.ts';
import { type Findings, type FormatRuns, PROMISED, reportsPage } from './reports-page.ts';
import { isHere, timed } from './timed.ts';

const ONE_FILE = fileURLToPath(new URL('one-file.ts', import.meta.url));
/** How pandoc is asked for the same thing. */
const PANDOC: Readonly<Record<string, readonly string[]>> = {
  docx: ['-t', 'docx'],
  odt: ['-t', 'odt'],
  epub: ['-t', 'epub3'],
  html: ['-t', 'html5', '--self-contained'],
  md: ['-t', 'gfm'],
};

const { values } = parseArgs({
  options: { runs: { type: 'string' }, groups: { type: 'string' }, out: { type: 'string' } },
});
if (!isHere('time') || !isHere('bash')) {
  console.log(
    'Skipped: CPU and memory of whole processes are read by GNU time (Debian: time) and bash; one of them is not on this machine.',
  );
} else {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-reports-'));
  try {
    publish(measure(folder, Number(values.groups ?? 50), Number(values.runs ?? 3)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function measure(folder: string, groups: number, runs: number): Findings {
  const { report, assets } = madeReport(groups);
  writeFileSync(join(folder, 'report.json'), JSON.stringify(report));
  mkdirSync(join(folder, 'pictures'));
  for (const [id, { bytes }] of assets) writeFileSync(join(folder, 'pictures', id), bytes);
  const ours = (task: string, id: string, kept = join(folder, 'compiled')) =>
    timed(folder, process.execPath, [ONE_FILE, task, id, folder], { NODE_COMPILE_CACHE: kept });
  const oursAtFirst = (id: string) => {
    const kept = join(folder, 'compiled-once');
    rmSync(kept, { recursive: true, force: true });
    return ours('write', id, kept);
  };
  const hasPandoc = isHere('pandoc');
  if (!hasPandoc) console.log('pandoc is not on this machine (Debian: pandoc): ours alone is measured.');

  ours('write', 'html');
  const page = readFileSync(join(folder, 'ours.html'), 'utf8');
  // Our fonts and styles are no content; pandoc is spared them.
  writeFileSync(join(folder, 'input.html'), page.replaceAll(/<style[^>]*>.*?<\/style>/gs, ''));
  const theirs = (id: string, options: readonly string[]) =>
    timed(folder, 'pandoc', [
      '-f',
      'html',
      ...options,
      '-o',
      join(folder, `theirs.${id}`),
      join(folder, 'input.html'),
    ]);

  const loads: number[] = [];
  const formats = new Map<string, FormatRuns>(
    Object.keys(PROMISED).map((id) => [id, { write: [], first: [], start: [], read: [], pandoc: [] }]),
  );
  // The first time Node keeps what it compiled.
  for (const id of formats.keys()) for (const task of ['write', 'read']) ours(task, id);
  for (let run = 0; run < runs; run += 1) {
    const order = [...formats];
    for (const [id, found] of run % 2 === 0 ? order : order.toReversed()) {
      loads.push(loadavg()[0] ?? Number.NaN);
      const steps = [
        () => found.write.push(ours('write', id)),
        () => found.first.push(oursAtFirst(id)),
        () => {
          const options = PANDOC[id];
          if (hasPandoc && options !== undefined) found.pandoc.push(theirs(id, options));
        },
      ];
      for (const step of run % 2 === 0 ? steps : steps.toReversed()) step();
      found.start.push(ours('start', id));
      found.read.push(ours('read', id));
      console.log(`run ${run + 1}, ${id}: ${found.write.at(-1)?.cpu.toFixed(2)} s`);
    }
  }
  return {
    date: new Date().toISOString(),
    machine: describeMachine(folder),
    pandoc: hasPandoc ? firstLine(execFileSync('pandoc', ['--version'], { encoding: 'utf8' })) : undefined,
    groups,
    leaves: reportLeaves(report).length,
    pages: readFileSync(join(folder, 'ours.pdf'), 'latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0,
    loads,
    formats: Object.fromEntries(formats),
  };
}

function publish(findings: Findings): void {
  const page = reportsPage(findings);
  console.log(page);
  if (values.out === undefined) return;
  const name = `${findings.date.slice(0, 16).replace(':', '').toLowerCase()}-reports`;
  writeFileSync(join(values.out, `${name}.md`), page);
  writeFileSync(join(values.out, `${name}.json`), `${JSON.stringify(findings, undefined, 2)}\n`);
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}
