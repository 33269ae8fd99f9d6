import { expect, test } from 'vitest';
import * as pure from './index.ts';
import * as react from './react.tsx';

test('the package exports what its index says', () => {
  expect(Object.keys(pure).toSorted()).toEqual([
    'blocks',
    'changeOutcome',
    'insertOutcome',
    'isKind',
    'toggleOutcome',
    'unwrapOutcome',
  ]);
});

test('its React entry adds the views', () => {
  expect(Object.keys(react).toSorted()).toEqual(['BlockServicesContext', 'blockViews', 'editorBlocks']);
});
