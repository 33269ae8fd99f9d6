import { expect, test } from 'vitest';
import * as importersPackage from './index.ts';
import { importerFor } from './index.ts';

test('the package exports what its index says', () => {
  expect(Object.keys(importersPackage).toSorted()).toEqual(['UnreadableFile', 'importerFor', 'importers']);
});

test.each([
  ['notes.md', true],
  ['Notes de l’atelier.MARKDOWN', true],
  ['a/b/intro.mdwn', true],
  ['notes.docx', false],
  ['md', false],
])('%s has an importer: %s', (name, known) => {
  expect(importerFor(name) !== undefined).toBe(known);
});
