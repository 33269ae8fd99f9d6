import { textOf } from '@plenary/document';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { expectClean, readOrReason } from '../../fixtures/conformance.ts';
import { drawingIn, madeDocx, wordParagraph } from '../../fixtures/made-docx.ts';
import { outline } from '../../fixtures/outline.ts';
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

/** A paragraph in the style with this name. */
const styled = (style: string, content: string, more = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style.replaceAll(' ', '')}"/>${more}</w:pPr>${content}</w:p>`;
const inItem = (list: number, level: number) =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
const setIn = (by: number) => `<w:ind w:left="${by}"/>`;
const level = (at: number, format: string) => `<w:lvl w:ilvl="${at}"><w:numFmt w:val="${format}"/></w:lvl>`;

/** A document with these styles, a list of bullets and a numbered one. */
function withStyles(body: string, styles: readonly string[]): Uint8Array {
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const one = (type: string, name: string) =>
    `<w:style w:type="${type}" w:styleId="${name.replaceAll(' ', '')}"><w:name w:val="${name}"/></w:style>`;
  const types = styles.map((name) =>
    one(name === 'Box Table' ? 'table' : name === 'Inline Code' ? 'character' : 'paragraph', name),
  );
  const lists = ['bullet', 'decimal'].map(
    (format, id) =>
      `<w:abstractNum w:abstractNumId="${id}">${level(0, format)}${level(1, format)}</w:abstractNum>`,
  );
  const numbers = [0, 1].map((id) => `<w:num w:numId="${id + 1}"><w:abstractNumId w:val="${id}"/></w:num>`);
  return madeDocx(body, {
    'word/styles.xml': `<w:styles ${w}>${types.join('')}</w:styles>`,
    'word/numbering.xml': `<w:numbering ${w}>${lists.join('')}${numbers.join('')}</w:numbering>`,
  });
}

describe('what a document says by its styles', () => {
  test('is code, rules and quotations', async () => {
    const body = [
      styled('Source Code', '<w:r><w:t>a</w:t><w:br/><w:t xml:space="preserve">  b</w:t></w:r>'),
      styled('Horizontal Line', ''),
      styled('Quote', run('dit')),
      styled('Quote Continued', run('et redit')),
      styled('Quote', run('un autre dit')),
      `<w:p>${run('avec ')}<w:r><w:rPr><w:rStyle w:val="InlineCode"/></w:rPr><w:t>du_code</w:t></w:r></w:p>`,
    ].join('');
    const names = ['Source Code', 'Horizontal Line', 'Quote', 'Quote Continued', 'Inline Code'];
    expect(outline(await docx.read(withStyles(body, names)))).toBe(
      [
        'codeBlock',
        '  "a\\n  b"',
        'horizontalRule',
        'blockquote',
        '  paragraph',
        '    "dit"',
        '  paragraph',
        '    "et redit"',
        'blockquote',
        '  paragraph',
        '    "un autre dit"',
        'paragraph',
        '  "avec "',
        '  "du_code" code',
        '',
      ].join('\n'),
    );
  });

  test('is an item of a list that goes on, and the list after it', async () => {
    const body = [
      styled('List Number', run('un'), inItem(2, 0)),
      styled('List Bullet', run('dedans'), inItem(1, 1)),
      styled('List Continue', run('dedans encore'), setIn(720)),
      styled('List Continue', run('encore un'), setIn(360)),
      styled('List Number', run('deux'), inItem(2, 0)),
      styled('Body Text', run('après')),
      styled('List Continue', run('sans liste'), setIn(360)),
    ].join('');
    const { blocks } = await docx.read(
      withStyles(body, ['List Number', 'List Bullet', 'List Continue', 'Body Text']),
    );
    expect(outline({ blocks, pictures: [], remarks: [] })).toBe(
      [
        'orderedList start=1',
        '  listItem',
        '    paragraph',
        '      "un"',
        '    bulletList',
        '      listItem',
        '        paragraph',
        '          "dedans"',
        '        paragraph',
        '          "dedans encore"',
        '    paragraph',
        '      "encore un"',
        '  listItem',
        '    paragraph',
        '      "deux"',
        'paragraph',
        '  "après"',
        'paragraph',
        '  "sans liste"',
        '',
      ].join('\n'),
    );
  });

  test('is a task, done or not', async () => {
    const task = (sign: string, words: string) =>
      styled('List Bullet', `<w:r><w:t>${sign}</w:t><w:tab/></w:r>${run(words)}`, inItem(1, 0));
    const { blocks } = await docx.read(withStyles(task('☑', 'fait') + task('☐', 'à faire'), ['List Bullet']));
    expect(blocks).toMatchObject([
      { type: 'taskList', content: [{ attrs: { checked: true } }, { attrs: { checked: false } }] },
    ]);
    expect(textOf({ type: 'doc', content: blocks })).toBe('fait\nà faire');
  });

  test('is a header cell, of a row or of a column', async () => {
    const cell = (style: string, words: string) => `<w:tc>${styled(style, run(words))}</w:tc>`;
    const body = `<w:tbl><w:tr>${cell('Table Row Heading', 'qui')}${cell('Table Text', 'Ada')}</w:tr></w:tbl>`;
    const { blocks } = await docx.read(withStyles(body, ['Table Row Heading', 'Table Text']));
    expect(blocks[0]?.content?.[0]?.content?.map(({ type }) => type)).toEqual(['tableHeader', 'tableCell']);
  });

  test('is a box, of paragraphs or of more, which is a quotation where its kind is not known', async () => {
    const lines = styled('Box Label blue', run('Encadré')) + styled('Box Text blue', run('mots'));
    const more = `<w:tbl><w:tblPr><w:tblStyle w:val="BoxTable"/></w:tblPr><w:tr><w:tc>${
      styled('Box Label blue', run('Encadré')) + styled('List Bullet', run('point'), inItem(1, 0))
    }</w:tc></w:tr></w:tbl>`;
    const names = ['Box Label blue', 'Box Text blue', 'Box Table', 'List Bullet'];
    const { blocks, remarks } = await docx.read(withStyles(lines + more, names));
    expect(blocks.map(({ type, content }) => [type, content?.map((one) => one.type)])).toEqual([
      ['blockquote', ['paragraph', 'paragraph']],
      ['blockquote', ['paragraph', 'bulletList']],
    ]);
    expect(remarks).toEqual([{ rule: 'box-as-quote', count: 2 }]);
  });

  test('is the number of a picture before its caption, which is counted and not kept', async () => {
    const picture = `<w:p>${drawingIn('r9', 'La salle')}</w:p>`;
    const caption = (words: string) => styled('caption', `<w:r><w:t>${words}</w:t></w:r>`);
    const body = picture + caption('Figure\u00A07\u00A0: Le matin') + picture + caption('Figure 8: à elle');
    const styles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="caption"><w:name w:val="caption"/></w:style></w:styles>`;
    const { blocks, remarks } = await docx.read(madeDocx(body, { ...onePicture, 'word/styles.xml': styles }));
    expect(blocks.map((block) => textOf(block))).toEqual(['Le matin', 'Figure 8: à elle']);
    expect(remarks).toEqual([]);
  });
});

const onePicture = {
  'word/_rels/document.xml.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/image1.png"/></Relationships>',
  'word/media/image1.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47),
};

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
