import { expect, test } from 'vitest';
import * as document from './index.ts';

test('the package exports what its index says', () => {
  expect(Object.keys(document).toSorted()).toEqual([
    'BLOCK_ID',
    'BLOCK_ID_HTML',
    'FRAGMENT',
    'HEADING_LEVELS',
    'InvalidContent',
    'MAX_ALT_LENGTH',
    'MAX_COLUMN_WIDTH',
    'MAX_SPAN',
    'OUTCOME_PART',
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
    'isLanguageTag',
    'newBlockId',
    'pickedOn',
    'readDocument',
    'readState',
    'seedUpdate',
    'textOf',
    'typesWithBlockId',
    'walk',
  ]);
});
