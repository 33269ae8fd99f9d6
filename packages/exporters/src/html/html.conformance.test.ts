import { describeConformance } from '../conformance.ts';
import { findFormat } from '../formats.ts';
import { expect, it } from 'vitest';

const format = findFormat('html');

it('is in the list of formats', () => {
  expect(format).toBeDefined();
});

if (format !== undefined) describeConformance(format);
