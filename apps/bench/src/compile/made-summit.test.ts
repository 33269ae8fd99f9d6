import { compileReport } from '@plenary/aggregation';
import { expect, test } from 'vitest';
import { edited, madeSummit } from './made-summit.ts';

test('the made summit is the same each time, and compiles without a remark', () => {
  const input = madeSummit(3);
  const report = compileReport(input);
  expect(compileReport(madeSummit(3))).toEqual(report);
  expect(report.diagnostics).toEqual([]);
  expect(report.outcomes).toHaveLength(48);
});

test('an edit changes one document and leaves the others the very same', () => {
  const input = madeSummit(5);
  const after = edited(input, 3);
  const changed = [...input.documents].filter(([id, document]) => after.documents.get(id) !== document);
  expect(changed).toHaveLength(1);
});
