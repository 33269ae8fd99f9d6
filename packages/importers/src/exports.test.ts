import { expect, test } from 'vitest';
import * as importersPackage from './index.ts';
import { formatOf, readBrought } from './index.ts';

test('the package exports what its index says', () => {
  expect(Object.keys(importersPackage).toSorted()).toEqual([
    'UnreadableFile',
    'bindPictures',
    'formatOf',
    'importFormats',
    'readBrought',
    'remarkText',
  ]);
});

const EMPTY = new Uint8Array();

test.each([
  ['notes.md', 'markdown'],
  ['Notes de l’atelier.MARKDOWN', 'markdown'],
  ['a/b/intro.mdwn', 'markdown'],
  ['page.HTML', 'html'],
  ['rapport.docx', 'docx'],
  ['pad.etherpad', 'etherpad'],
  ['notes.zip', 'hedgedoc-archive'],
  ['notes.odt', undefined],
  ['md', undefined],
])('%s is read as %s', (name, id) => {
  expect(formatOf(name, EMPTY)?.id).toBe(id);
});

test('a file whose ending is none of a format is refused', async () => {
  await expect(readBrought('notes.exe', EMPTY)).rejects.toMatchObject({
    name: 'UnreadableFile',
    reason: 'ending',
  });
});
