import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  describeImporter,
  expectClean,
  missing,
  readOrReason,
  type Sample,
} from '../../fixtures/conformance.ts';
import { outline } from '../../fixtures/outline.ts';
import { leavesOf } from '../../fixtures/words.ts';
import { formatOf } from '../formats.ts';
import { readBrought } from '../index.ts';
import { markdown } from '../markdown/markdown.ts';
import { hedgedoc, readNote } from './hedgedoc.ts';
import { hedgedocArchive } from './hedgedoc-archive.ts';

const PACKAGE = join(import.meta.dirname, '../..');
const DATA = join(PACKAGE, '../../../shared/data');
const NOTE = 'cases/hedgedoc/note.md';
const bytesOf = (file: string): Uint8Array => readFileSync(join(PACKAGE, file));

test(`${NOTE} is known as a note of HedgeDoc`, async () => {
  expect(formatOf(NOTE, bytesOf(NOTE))?.id).toBe('hedgedoc');
  const imported = await readBrought(NOTE, bytesOf(NOTE));
  expectClean(imported);
  await expect(outline(imported)).toMatchFileSnapshot(join(PACKAGE, `${NOTE}.txt`));
});

const archive = () =>
  zipSync({
    'b.md': strToU8('# Titre propre\n\nun'),
    'a note.md': strToU8('sans titre ==fort=='),
    'image.png': strToU8('…'),
    '__MACOSX/._b.md': strToU8('x'),
    'dossier/': strToU8(''),
  });

const words: Sample = {
  name: 'a note',
  bytes: () => strToU8(':::info\nmot ==fort==\n:::\n'),
  leaves: () => ['mot', 'fort'],
};
const notes: Sample = {
  name: 'an archive',
  bytes: archive,
  leaves: () => ['Titre propre', 'un', 'sans titre', 'fort', 'a note', 'image.png'],
};

describe('a note', () => {
  describeImporter(hedgedoc, [words]);
});
describe('an archive of notes', () => {
  describeImporter(hedgedocArchive, [notes]);
});

test('an archive is read in the order of names, each note under its title or name', async () => {
  const { blocks, remarks } = await hedgedocArchive.read(archive());
  const texts = blocks.map(({ type, content }) => `${type} ${content?.[0]?.text ?? ''}`);
  expect(texts).toEqual([
    'heading a note',
    'paragraph sans titre fort',
    'heading Titre propre',
    'paragraph un',
  ]);
  expect(remarks).toContainEqual({ rule: 'file-left-out', count: 1, lost: ['image.png'] });
});

test.each([
  ['nothing-inside', zipSync({ 'a.txt': strToU8('x') })],
  ['nothing-inside', zipSync({})],
  ['damaged', strToU8('PK but no archive')],
  ['not-utf8', zipSync({ 'a.md': Uint8Array.of(0xe9, 0x20) })],
  ['too-large', zipSync({ 'a.md': strToU8('a'.repeat(900_000)), 'b.md': strToU8('b'.repeat(900_000)) })],
  ['too-large', zipSync({ 'a.md': new Uint8Array(80_000_000).fill(32) })],
] as const)('an archive is refused: %s', async (reason, bytes) => {
  expect(await readOrReason(hedgedocArchive, bytes)).toBe(reason);
});

describe('any note', () => {
  const bits = [
    ':::info\n',
    ':::\n',
    '\n:::spoiler a\n',
    '```js=1\n',
    '```\n',
    '[TOC]\n',
    '{%youtube x %}',
    '==a==',
    '==',
    '++b++',
  ];
  const more = [
    '[name=Ada]',
    '[color=red]',
    '![a](https://x.eu =1x1)',
    '{%constructor x %}',
    '> ',
    '- ',
    '\n',
    'mot',
    '`==c==`',
  ];

  test('keeps its words and fits the schema', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...bits, ...more), { maxLength: 30 }), (parts) => {
        const imported = readNote({ text: parts.join('') });
        expectClean(imported);
        const count = parts.filter((part) => part === 'mot').length;
        expect(JSON.stringify(imported.blocks).split('mot').length - 1).toBeGreaterThanOrEqual(count);
      }),
      { numRuns: 500 },
    );
  });
});

describe.skipIf(!existsSync(DATA))('notes of others (skipped where ../shared/data is absent)', () => {
  const files = globSync('notes/**/*.md', { cwd: DATA }).toSorted();
  const plain = files.filter((file) => formatOf(file, readFileSync(join(DATA, file)))?.id === 'markdown');

  test('are mostly plain Markdown, which this reads the same way', async () => {
    expect(plain.length).toBeGreaterThan(100);
    for (const file of plain) {
      const bytes = readFileSync(join(DATA, file));
      expect(await hedgedoc.read(bytes)).toEqual(await markdown.read(bytes));
    }
  }, 60_000);

  test('lose no word where they are not', async () => {
    for (const file of files.filter((one) => !plain.includes(one))) {
      const bytes = readFileSync(join(DATA, file));
      const leaves = leavesOf(new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n'));
      const signs = /==|\+\+|:::|\{%|%\}/g;
      expect(
        missing(
          leaves.map((leaf) => leaf.replace(signs, ' ')),
          await hedgedoc.read(bytes),
        ),
      ).toEqual([]);
    }
  }, 60_000);
});
