import { expect, test } from 'vitest';
import { filesNotRun, inWords, readPlaywrightReport, readVitestReport, sum } from './reports.ts';

const vitest = readVitestReport(
  JSON.stringify({
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [
      { name: '/plenary/packages/sync/src/room.test.ts' },
      { name: '/plenary/apps/web/src/a.test.tsx' },
    ],
  }),
  '/plenary',
);

const playwright = readPlaywrightReport(
  JSON.stringify({
    config: { rootDir: '/plenary/apps/e2e/tests' },
    suites: [{ file: 'offline.spec.ts' }, { file: 'deep/report.spec.ts' }],
    stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 },
  }),
  '/plenary',
);

test('reports become counts and files', () => {
  expect(vitest).toEqual({
    counts: { passed: 5, failed: 1, skipped: 3 },
    files: ['packages/sync/src/room.test.ts', 'apps/web/src/a.test.tsx'],
  });
  expect(playwright).toEqual({
    counts: { passed: 4, failed: 2, skipped: 2 },
    files: ['apps/e2e/tests/offline.spec.ts', 'apps/e2e/tests/deep/report.spec.ts'],
  });
});

test('a report of another shape is refused', () => {
  expect(() => readVitestReport('{"testResults":[]}', '/plenary')).toThrow('A count is missing');
  expect(() => readPlaywrightReport('{"suites":[],"stats":{}}', '/plenary')).toThrow('A count is missing');
  expect(() => readVitestReport('', '/plenary')).toThrow('JSON');
});

test('a test file that no report names is found', () => {
  const present = [
    'README.md',
    'packages/sync/src/room.ts',
    'packages/sync/src/room.test.ts',
    'packages/sync/src/forgotten.test.ts',
    'apps/web/src/a.test.tsx',
    'apps/web/src/forgotten.test.tsx',
    'apps/e2e/tests/offline.spec.ts',
    'apps/e2e/tests/forgotten.spec.ts',
    'apps/e2e/tests/deep/report.spec.ts',
  ];
  expect(filesNotRun(present, [vitest, playwright])).toEqual([
    'packages/sync/src/forgotten.test.ts',
    'apps/web/src/forgotten.test.tsx',
    'apps/e2e/tests/forgotten.spec.ts',
  ]);
});

test('without a report every test file is missing', () => {
  expect(filesNotRun(['a.test.ts', 'b.spec.ts', 'c.ts'], [])).toEqual(['a.test.ts', 'b.spec.ts']);
});

test('totals are said in words', () => {
  expect(inWords(sum([vitest.counts, playwright.counts]))).toBe('9 passed, 3 failed, 5 skipped');
  expect(inWords({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
  expect(inWords(sum([]))).toBe('0 passed, 0 failed');
});
