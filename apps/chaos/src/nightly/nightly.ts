/**
 * `pnpm nightly [--seed N] [--out folder] [--only fuzz,chaos] [--quick]`: what is too long for a test run, one after the other; exit code
 * 1 when anything failed. The seed is the day's unless one is given.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { arch, availableParallelism, cpus, release, totalmem, type } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { LONG_RUNS } from './long-runs.ts';
import { nightlyPage, type Run } from './nightly-page.ts';
import { runProgram } from './run-program.ts';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    out: { type: 'string', default: join(ROOT, 'test-results/nightly') },
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const date = new Date().toISOString().slice(0, 16).replace(':', '').toLowerCase();
const seed = Number(values.seed ?? date.slice(0, 10).replaceAll('-', ''));
const names = values.only?.split(',') ?? LONG_RUNS.map(({ name }) => name);
const unknown = names.find((name) => !LONG_RUNS.some((run) => run.name === name));
if (unknown !== undefined)
  throw new Error(`There is no run ${unknown}; choose of ${LONG_RUNS.map(({ name }) => name).join(', ')}.`);

const { quick } = values;
const out = resolve(values.out);
const folder = join(out, date);
await mkdir(folder, { recursive: true });
const runs: Run[] = [];
for (const { name, about, mostMinutes, ...run } of LONG_RUNS.filter((one) => names.includes(one.name))) {
  const args = run.arguments({ seed, quick, out: folder });
  const command = `node ${args.map((arg) => arg.replace(folder, relative(ROOT, folder))).join(' ')}`;
  console.log(`${name}: ${command}`);
  const ended = await runProgram(args, {
    cwd: ROOT,
    log: join(folder, `${name}.log`),
    mostMinutes,
    variables: { PLENARY_SEED: `${seed}` },
  });
  console.log(`${name}: ${ended.passed ? 'passed' : `failed: ${ended.how}`}`);
  runs.push({ ...ended, name, about, command });
}
const machine = `${cpus()[0]?.model ?? arch()}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB; ${type()} ${release()}; Node ${process.version}`;
const page = join(out, `${date}-nightly.md`);
await writeFile(page, nightlyPage({ date, machine, seed, quick, runs }));
console.log(`seed ${seed}: ${relative(process.cwd(), page)}`);
process.exit(runs.every(({ passed }) => passed) ? 0 : 1);
