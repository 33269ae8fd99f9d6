import { expect, test } from 'vitest';
import * as document from './index.ts';

test('the package exports what its index says', () => {
  expect(Object.keys(document).toSorted()).toEqual([
    'BLOCK_ID',
    'BLOCK_ID_HTML',
    'FRAGMENT',
    'HEADING_LEVELS',
    'InvalidContent',
    'SCHEMA_VERSION',
    'appendBlocks',
    'canonicalJson',
    'collectOutcomes',
    'contentFromTemplate',
    'contentHash',
    'defineOutcomeBlock',
    'documentExtensions',
    'documentSchema',
    'isAllowedLink',
    'isBlockId',
    'newBlockId',
    'readDocument',
    'readState',
    'seedUpdate',
    'textOf',
    'typesWithBlockId',
    'walk',
  ]);
});
