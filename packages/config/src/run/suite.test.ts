import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { withFiles } from '../house/made-house.ts';
import { readVitestReport } from './reports.ts';
import { environment, runStep } from './step.ts';
import { runSuite, type Suite } from './suite.ts';

const suite: Suite = {
  name: 'unit',
  command: ['vitest'],
  report: 'test-results/unit.json',
  read: readVitestReport,
};

function reporting(passed: number, failed: number): string {
  return JSON.stringify({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [],
  });
}

/** Runs the suite with a runner that writes `report`, where there is one, and ends well or not. */
function running(report: string | undefined, ended: boolean): ReturnType<typeof runSuite> {
  return withFiles({ 'test-results/unit.json': reporting(99, 0) }, (root) =>
    runSuite(root, suite, () => {
      const file = path.join(root, suite.report);
      expect(existsSync(file)).toBe(false);
      mkdirSync(path.dirname(file), { recursive: true });
      if (report !== undefined) writeFileSync(file, report);
      return ended;
    }),
  );
}

test('counts come from the report', () => {
  expect(running(reporting(3, 0), true).counts).toEqual({ passed: 3, failed: 0, skipped: 0 });
  expect(running(reporting(3, 2), false).counts).toEqual({ passed: 3, failed: 2, skipped: 0 });
});

test('a runner that ended badly has failed, whatever it reports', () => {
  expect(running(reporting(3, 0), false).counts).toEqual({ passed: 3, failed: 1, skipped: 0 });
});

test('no report, an old one or a broken one is a failure', () => {
  expect(running(undefined, true)).toEqual({ counts: { passed: 0, failed: 1, skipped: 0 } });
  expect(running('{', true).counts.failed).toBe(1);
});

test('a step tells how it ended', () => {
  expect(runStep('.', { name: 'well', command: [process.execPath, '-e', '0'] })).toBe(true);
  expect(runStep('.', { name: 'badly', command: [process.execPath, '-e', 'process.exit(3)'] })).toBe(false);
  expect(runStep('.', { name: 'nothing', command: ['no-such-program'] })).toBe(false);
});

test('a step can be kept from seeing a variable', () => {
  const command = [process.execPath, '-e', 'process.exit(process.env.PATH === undefined ? 0 : 1)'] as const;
  expect(runStep('.', { name: 'sees', command })).toBe(false);
  expect(runStep('.', { name: 'does not see', command, without: ['PATH'] })).toBe(true);
});

test('colours are left out where nobody watches, and the programs of the folder come first', () => {
  expect(environment({ CI: 'true', FORCE_COLOR: '1', PATH: '/bin' }, '/a/.bin')).toEqual({
    CI: 'true',
    NO_COLOR: '1',
    TURBO_TELEMETRY_DISABLED: '1',
    PATH: `/a/.bin${path.delimiter}/bin`,
  });
  expect(environment({ FORCE_COLOR: '1' }, '/a/.bin')).toMatchObject({ FORCE_COLOR: '1' });
});
