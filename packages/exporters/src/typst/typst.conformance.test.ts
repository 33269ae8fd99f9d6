import { expect, it } from 'vitest';
import { describeConformance } from '../conformance.ts';
import { findFormat } from '../formats.ts';

const format = findFormat('typst');

it('is in the list of formats', () => {
  expect(format).toBeDefined();
});

if (format !== undefined) describeConformance(format, 50);
