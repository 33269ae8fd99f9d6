import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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
import { leavesOfPage } from '../../fixtures/page-words.ts';
import { readBrought } from '../index.ts';
import { etherpad, MAX_PAD_BYTES, MAX_PAD_TEXT } from './etherpad.ts';
import { etherpadPage } from './etherpad-page.ts';

const PACKAGE = join(import.meta.dirname, '../..');
const bytesOf = (file: string): Uint8Array => readFileSync(join(PACKAGE, file));
const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

test.each(globSync('cases/etherpad/*.{html,etherpad}', { cwd: PACKAGE }))('%s', async (file) => {
  const imported = await readBrought(file, bytesOf(file));
  expectClean(imported);
  await expect(outline(imported)).toMatchFileSnapshot(join(PACKAGE, `${file}.txt`));
});

const atelier: Sample = {
  name: 'a pad',
  bytes: () => bytesOf('cases/etherpad/atelier.etherpad'),
  leaves: () => [
    'Atelier mécénat',
    'Notes de tous, voir https://sommet.eu/a.',
    'deux 👩🏽‍🚀',
    '* étoile',
    'reste',
  ],
};
const page: Sample = {
  name: 'a page',
  bytes: () => bytesOf('cases/etherpad/page.html'),
  leaves: () => leavesOfPage(new TextDecoder().decode(bytesOf('cases/etherpad/page.html'))),
};

describe('the export as data', () => {
  describeImporter(etherpad, [atelier]);
});
describe('the export as a page', () => {
  describeImporter(etherpadPage, [page]);
});

test('what is beside the text is listed', async () => {
  const { remarks } = await etherpad.read(atelier.bytes());
  expect(remarks).toContainEqual({ rule: 'chat-left-out', count: 2, lost: ['Ada: On commence', 'À 14 h ?'] });
  expect(remarks).toContainEqual({ rule: 'authors-left-out', count: 2, lost: ['Ada'] });
  expect(remarks).toContainEqual({ rule: 'history-left-out', count: 2 });
});

const pad = (text: unknown, attribs: unknown, numToAttrib: unknown = {}): Uint8Array =>
  json({ 'pad:x': { atext: { text, attribs }, pool: { numToAttrib } } });

test.each([
  ['no JSON', new TextEncoder().encode('bonjour')],
  ['a list', json([])],
  ['nothing', json(null)],
  ['another file', json({ name: 'plenary' })],
  ['a pad without text', json({ 'pad:x': {} })],
  ['a text of another kind', pad(7, '')],
  ['two pads', json({ 'pad:x': { atext: { text: 'a' } }, 'pad:y': { atext: { text: 'b' } } })],
])('%s is no pad', async (_name, bytes) => {
  expect(await readOrReason(etherpad, bytes)).toBe('not-etherpad');
});

test('a pad has limits', async () => {
  expect(await readOrReason(etherpad, new Uint8Array(MAX_PAD_BYTES + 1))).toBe('too-large');
  expect(await readOrReason(etherpad, pad('a'.repeat(MAX_PAD_TEXT + 1), ''))).toBe('too-large');
});

test('whatever the attributes say, every word of the text is kept', async () => {
  const numbers = fc.constantFrom('0', '1', '2', 'zz', '10');
  const operation = fc
    .tuple(fc.array(numbers, { maxLength: 3 }), fc.nat(12))
    .map(
      ([attributes, length]) => `${attributes.map((number) => `*${number}`).join('')}+${length.toString(36)}`,
    );
  const attribs = fc.oneof(
    fc.array(operation, { maxLength: 20 }).map((operations) => operations.join('')),
    fc.string({ maxLength: 40 }),
  );
  const style = fc.constantFrom<unknown[]>(
    ...['bullet1', 'bullet2', 'number1', 'number9999', 'indent3', 'x'].map((list) => ['list', list]),
    ['lmkr', '1'],
    ['heading', 'h1'],
    ['bold', 'true'],
    ['code', 'true'],
    ['list', 7],
    'list',
    null,
  );
  const word = fc.constantFrom('mot', 'été', '*', ' ', '\n', '\n*', 'https://a.eu/x', '👩🏽‍🚀');
  const made = fc.record({
    text: fc.array(word, { maxLength: 30 }),
    attribs,
    pool: fc.array(style, { maxLength: 4 }),
  });
  await fc.assert(
    fc.asyncProperty(made, async ({ text, attribs: marks, pool }) => {
      const whole = text.join('');
      const imported = await etherpad.read(pad(whole, marks, Object.fromEntries(pool.entries())));
      expectClean(imported);
      // Stars may be marks of lines.
      expect(missing(whole.split(/[\s*]+/), imported)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('lists deep beyond measure stay within what a document takes', async () => {
  const lines = 500;
  const styles = Array.from({ length: lines }, (_, index) => ['list', `bullet${index + 1}`]);
  const marks = styles.map((_, index) => `*${index.toString(36)}+1|1+2`).join('');
  expectClean(await etherpad.read(pad('*x\n'.repeat(lines), marks, Object.fromEntries(styles.entries()))));
});
