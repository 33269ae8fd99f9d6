import { findFormat, missingAssets } from '@plenary/exporters';
import { firstLost } from '@plenary/exporters/first-lost';
import { reportLeaves, validate } from '@plenary/report-ast';
import { expect, test } from 'vitest';
import { madeReport } from './made-report.ts';

test('the made report is valid, has its pictures, and is the same each time', () => {
  const { report, assets } = madeReport(3);
  expect(validate(report)).toEqual([]);
  expect(missingAssets(report, assets)).toEqual([]);
  expect(madeReport(3)).toEqual({ report, assets });
});

test('fifty groups are some 10,000 leaves', () => {
  const leaves = reportLeaves(madeReport(50).report).length;
  expect(Math.round(leaves / 1000)).toBe(10);
});

test.for(['docx', 'html', 'md'])('%s loses nothing of the made report', async (id) => {
  const exporter = await findFormat(id)?.load();
  const { report, assets } = madeReport(2);
  expect(exporter && (await firstLost(exporter, report, assets))).toBeUndefined();
});
