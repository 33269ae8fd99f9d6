import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { LONG_RUNS } from './long-runs.ts';
import { nightlyPage, type Run } from './nightly-page.ts';
import { runProgram } from './run-program.ts';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'plenary-nightly-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const nightly = (...args: readonly string[]) =>
  spawnSync(process.execPath, [join(ROOT, 'apps/chaos/src/nightly/nightly.ts'), ...args], {
    encoding: 'utf8',
  });

test('a quick night runs the real programs, prints its seed and leaves a dated page with their logs', () => {
  const out = join(folder, 'quick');
  const { status, stdout } = nightly('--quick', '--only=fuzz,reports', '--seed=20161013', `--out=${out}`);
  expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining('seed 20161013') });
  const [logs = '', page = ''] = readdirSync(out).toSorted();
  expect(page).toBe(`${logs}-nightly.md`);
  expect(readFileSync(join(out, page), 'utf8')).toMatch(/Seed 20161013\. All 2 passed\./);
  expect(readdirSync(join(out, logs))).toEqual(expect.arrayContaining(['fuzz.log', 'reports.log']));
}, 180_000);

test('a run that nobody knows is refused before anything begins', () => {
  const { status, stderr } = nightly('--only=sleep', `--out=${join(folder, 'none')}`);
  expect(status).toBe(1);
  expect(stderr).toContain('There is no run sleep');
  expect(existsSync(join(folder, 'none'))).toBe(false);
}, 60_000);

test.for(LONG_RUNS)('the program of $name is there, long and short', (run) => {
  for (const quick of [true, false]) {
    const [program = ''] = run.arguments({ seed: 1, quick, out: folder });
    expect(existsSync(join(ROOT, program))).toBe(true);
  }
});

test('a program that fails has failed, with what it said last', async () => {
  const log = join(folder, 'failing.log');
  const script = 'console.log("first"); console.error("the seed was 7"); process.exit(3)';
  const ended = await runProgram(['-e', script], { cwd: folder, log, mostMinutes: 1 });
  expect(ended).toMatchObject({ passed: false, how: 'exit code 3' });
  expect(ended.said).toContain('the seed was 7');
  expect(readFileSync(log, 'utf8')).toContain('the seed was 7');
});

test('a program that hangs is ended when its time is up', async () => {
  const log = join(folder, 'hanging.log');
  const ended = await runProgram(['-e', 'setInterval(() => {}, 1000)'], {
    cwd: folder,
    log,
    mostMinutes: 0.001,
  });
  expect(ended).toMatchObject({ passed: false, how: 'still running after 0.001 minutes' });
});

test('what failed stands first on the page', () => {
  const run = (name: string, passed: boolean): Run => ({
    name,
    about: `looks for ${name}`,
    command: `node ${name}.ts`,
    passed,
    how: passed ? 'exit code 0' : 'exit code 3',
    minutes: 1,
    said: [`words of ${name}`],
  });
  const page = nightlyPage({
    date: '2016-10-13t0200',
    machine: 'two cores',
    seed: 20161013,
    quick: false,
    runs: [run('fuzz', true), run('chaos', false)],
  });
  expect(page).toContain('**1 of 2 failed: chaos.**');
  expect(page).toContain('| chaos | looks for chaos | 1.0 | **failed**: exit code 3 |');
  expect(page.indexOf('words of chaos')).toBeLessThan(page.indexOf('words of fuzz'));
});
