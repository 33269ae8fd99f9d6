/** Runs every check and every test, and says last how many passed: `node packages/config/src/test-all.ts`. */
import path from 'node:path';
import { readTree } from './house/tree.ts';
import {
  filesNotRun,
  inWords,
  readPlaywrightReport,
  readVitestReport,
  sum,
  type Counts,
} from './run/reports.ts';
import { CHECKS, runStep, type Step } from './run/step.ts';
import { runSuite, type Suite } from './run/suite.ts';

/** Tests wait for nothing real; this only ends one that hangs, on a machine that is busy. */
const TEST_TIMEOUT = 60_000;

const BUILD: Step = { name: 'build', command: ['turbo', 'run', 'build', '--output-logs=errors-only'] };

const BROWSER: Step = {
  name: 'browser',
  command: ['node', 'scripts/ensure-browser.ts', 'chromium'],
  folder: 'apps/e2e',
};

const ORACLES: Step = {
  name: 'oracles',
  command: ['node', 'scripts/ensure-oracles.ts'],
  folder: 'apps/oracles',
};

const UNIT: Suite = {
  name: 'unit',
  command: [
    'vitest',
    'run',
    '--config',
    'packages/config/vitest/all.ts',
    '--root',
    '.',
    `--testTimeout=${TEST_TIMEOUT}`,
  ],
  report: 'test-results/unit.json',
  read: readVitestReport,
};

const END_TO_END: Suite = {
  name: 'end-to-end',
  command: ['playwright', 'test', '--pass-with-no-tests'],
  folder: 'apps/e2e',
  report: 'apps/e2e/test-results/results.json',
  read: readPlaywrightReport,
};

const PASSED: Counts = { passed: 1, failed: 0, skipped: 0 };
const FAILED: Counts = { passed: 0, failed: 1, skipped: 0 };

const root = path.resolve(import.meta.dirname, '../../..');
const results: { readonly name: string; readonly counts: Counts }[] = [];
const count = (name: string, counts: Counts): void => void results.push({ name, counts });

for (const step of [...CHECKS, BUILD]) count(step.name, runStep(root, step) ? PASSED : FAILED);
count(ORACLES.name, runStep(root, ORACLES) ? PASSED : FAILED);
const unit = runSuite(root, UNIT);
count(UNIT.name, unit.counts);
count(BROWSER.name, runStep(root, BROWSER) ? PASSED : FAILED);
const endToEnd = runSuite(root, END_TO_END);
count(END_TO_END.name, endToEnd.counts);

const reports = [unit, endToEnd].flatMap(({ report }) => (report === undefined ? [] : [report]));
const notRun = filesNotRun(readTree(root).files, reports);
for (const file of notRun) console.log(`${file} did not run.`);
count('every test file ran', notRun.length === 0 ? PASSED : FAILED);

console.log('');
for (const { name, counts } of results) console.log(`${name}: ${inWords(counts)}`);
const total = sum(results.map(({ counts }) => counts));
console.log(inWords(total));
process.exitCode = total.failed === 0 ? 0 : 1;
