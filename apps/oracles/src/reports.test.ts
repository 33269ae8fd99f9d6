import { reportLeaves, validate } from '@plenary/report-ast';
import { expect, test } from 'vitest';
import { hostileReport } from './hostile-report.ts';
import { sampleReport } from './sample-report.ts';

test('the sample is a whole report, the same on every run', async () => {
  const report = await sampleReport();
  expect(validate(report)).toEqual([]);
  expect(reportLeaves(report).length).toBeGreaterThan(300);
  expect(await sampleReport()).toEqual(report);
});

test('the hostile report is valid, and hostile', () => {
  const report = hostileReport();
  expect(validate(report)).toEqual([]);
  expect(reportLeaves(report).length).toBeGreaterThan(1000);
  expect(reportLeaves(report)).toContain(']]>');
});
