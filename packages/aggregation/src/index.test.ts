import { expect, it } from 'vitest';
import * as aggregation from './index.ts';

it('exports the compile and the audit', () => {
  expect(Object.keys(aggregation).toSorted()).toEqual([
    'MAX_FINDINGS',
    'auditText',
    'compileReport',
    'createCompiler',
    'createLikeFinder',
    'documentsTold',
    'likeOutcomes',
    'sourceLeaves',
  ]);
});
