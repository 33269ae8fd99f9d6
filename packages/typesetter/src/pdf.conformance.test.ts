import { findFormat } from '@plenary/exporters';
import { describeConformance } from '@plenary/exporters/conformance';
import { afterAll, expect, it } from 'vitest';
import { createTypesetter } from './typst-typesetter.ts';

// Many small files from one process: what it learns about them is not worth a new one.
const typesetter = createTypesetter({ filesPerProcess: 100 });
afterAll(() => typesetter.close());

const format = findFormat('pdf');

it('is in the list of formats', () => {
  expect(format).toBeDefined();
});

if (format !== undefined) {
  describeConformance({ ...format, load: () => format.load({ typesetter }) }, 20, 2016);
}
