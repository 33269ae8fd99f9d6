import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { expectClean, readOrReason } from '../../fixtures/conformance.ts';
import { madeDocx, wordParagraph } from '../../fixtures/made-docx.ts';
import { MAX_ARCHIVE_BYTES, MAX_ENTRIES } from '../zip/unpack.ts';
import { docx } from './docx.ts';
import { MAX_XML_DEPTH, MAX_XML_ELEMENTS } from './scan-xml.ts';

const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;

describe('what a converter leaves out is listed', () => {
  test('struck out while changes were tracked', async () => {
    const body = `<w:p>${run('gardé')}<w:del w:id="1"><w:r><w:delText>retiré</w:delText></w:r></w:del></w:p>`;
    expect(await docx.read(madeDocx(body))).toEqual({
      blocks: [{ type: 'paragraph', content: [{ type: 'text', text: 'gardé' }] }],
      pictures: [],
      remarks: [{ rule: 'deletion-left-out', count: 1, lost: ['retiré'] }],
    });
  });

  test('in headers and footers, each text once', async () => {
    const header = `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${wordParagraph('Sommet')}${wordParagraph('Sommet')}</w:hdr>`;
    const { remarks } = await docx.read(madeDocx(wordParagraph('corps'), { 'word/header1.xml': header }));
    expect(remarks).toEqual([{ rule: 'page-header-left-out', count: 1, lost: ['Sommet'] }]);
  });

  test('in elements it does not know', async () => {
    const body = `<w:p>${run('connu')}</w:p><w:unheard>${wordParagraph('mots perdus')}</w:unheard>`;
    const { remarks } = await docx.read(madeDocx(body));
    expect(remarks).toEqual([{ rule: 'text-left-out', count: 1, lost: ['mots perdus'] }]);
  });

  test('as a file in the document', async () => {
    const { remarks } = await docx.read(
      madeDocx(wordParagraph('x'), { 'word/embeddings/feuille.xlsx': strToU8('…') }),
    );
    expect(remarks).toEqual([{ rule: 'embed-left-out', count: 1, lost: ['feuille.xlsx'] }]);
  });
});

describe('a file that is no Word document of our time', () => {
  test.each([
    ['is of an old Word', 'locked-or-old-word', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1)],
    ['is no archive', 'damaged', strToU8('{\\rtf1 hello}')],
    ['is empty', 'damaged', new Uint8Array()],
    ['is another archive', 'nothing-inside', zipSync({ 'a.txt': strToU8('x') })],
    ['is a sheet', 'nothing-inside', zipSync({ '[Content_Types].xml': strToU8('<Types/>') })],
    ['is cut short', 'damaged', madeDocx(wordParagraph('x'.repeat(1000))).subarray(0, 700)],
    ['is broken inside', 'damaged', madeDocx('<w:p><w:r>')],
    ['has a document type', 'damaged', madeDocx('', { 'word/document.xml': '<!DOCTYPE x><w:document/>' })],
    [
      'has a part that is not UTF-8',
      'damaged',
      madeDocx('', { 'word/styles.xml': Uint8Array.of(0xff, 0xfe) }),
    ],
    ['is too large', 'too-large', new Uint8Array(MAX_ARCHIVE_BYTES + 1).fill(0x50, 0, 1).fill(0x4b, 1, 2)],
  ] as const)('%s', async (_name, reason, bytes) => {
    expect(await readOrReason(docx, bytes)).toBe(reason);
  });
});

const ENTITIES =
  '<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>' +
  '<w:document>&c;</w:document>';

/** Documents made to fill the memory or to keep a reader busy, and how they end. */
const BOMBS: readonly (readonly [name: string, bytes: () => Uint8Array, reason: string])[] = [
  ['a body of blanks', () => madeDocx(' '.repeat(80_000_000)), 'too-large'],
  ['a part of blanks', () => madeDocx('', { 'word/x.xml': ' '.repeat(80_000_000) }), 'too-large'],
  ['entities in entities', () => madeDocx('', { 'word/document.xml': ENTITIES }), 'damaged'],
  ['elements', () => madeDocx('<w:p/>'.repeat(MAX_XML_ELEMENTS)), 'too-large'],
  ['nested elements', () => madeDocx('<w:p>'.repeat(100_000)), 'too-deep'],
  ['nested tables', () => madeDocx(nested(MAX_XML_DEPTH / 3 + 1)), 'too-deep'],
  [
    'fields',
    () => madeDocx(`<w:p>${'<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(10_000)}</w:p>`),
    'too-deep',
  ],
  ['files', () => zipSync(manyFiles(MAX_ENTRIES + 1)), 'too-large'],
  ['signs that open', () => madeDocx('<'.repeat(1_000_000)), 'damaged'],
  ['quotes', () => madeDocx(`<w:p a="${"'".repeat(1_000_000)}`), 'damaged'],
];

function nested(depth: number): string {
  const open = '<w:tbl><w:tr><w:tc>';
  return open.repeat(depth) + wordParagraph('x') + '</w:tc></w:tr></w:tbl>'.repeat(depth);
}

function manyFiles(count: number): Record<string, Uint8Array> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index}.xml`, new Uint8Array()]));
}

test.each(BOMBS)(
  '%s without end are refused in seconds',
  async (_name, bytes, reason) => {
    expect(await readOrReason(docx, bytes())).toBe(reason);
  },
  20_000,
);

test('a long document at the limit is read in seconds', async () => {
  const imported = await docx.read(
    madeDocx(Array.from({ length: 60_000 }, (_, index) => wordParagraph(String(index * 7919))).join('')),
  );
  expect(imported.blocks.length).toBe(60_000);
}, 60_000);

test('a document as large as a section may be is clean', async () => {
  const body = `<w:tbl>${`<w:tr>${`<w:tc>${wordParagraph('x')}</w:tc>`.repeat(20)}</w:tr>`.repeat(500)}</w:tbl>`;
  expectClean(await docx.read(madeDocx(body)));
}, 60_000);
