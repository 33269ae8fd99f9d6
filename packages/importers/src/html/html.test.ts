import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expectClean, missing, readOrReason } from '../../fixtures/conformance.ts';
import { outline } from '../../fixtures/outline.ts';
import { leavesOfPage } from '../../fixtures/page-words.ts';
import { Remarks } from '../remarks.ts';
import { MAX_PAGE_BYTES } from './decode-page.ts';
import { html, readPage } from './html.ts';
import { MAX_NODE_DEPTH } from './page-context.ts';

const PACKAGE = join(import.meta.dirname, '../..');
const utf8 = (page: string): Uint8Array => new TextEncoder().encode(page);
const read = (page: string) => readPage(page, { remarks: new Remarks() });

describe('cases', () => {
  const files = globSync('cases/*.html', { cwd: PACKAGE });

  test('are there', () => expect(files.length).toBeGreaterThan(4));

  test.each(files)('%s', async (file) => {
    const page = readFileSync(join(PACKAGE, file), 'utf8');
    const imported = await html.read(utf8(page));
    expectClean(imported);
    expect(missing(leavesOfPage(page), imported)).toEqual([]);
    await expect(outline(imported)).toMatchFileSnapshot(join(PACKAGE, `${file}.txt`));
  });
});

describe('the encoding of a page', () => {
  const latin = Uint8Array.from('<p>caf\xe9', (letter) => letter.charCodeAt(0));

  test('is UTF-8 where the bytes are, whatever the page says', async () => {
    const { blocks } = await html.read(utf8('<meta charset=iso-8859-1><p>café'));
    expect(blocks).toEqual([{ type: 'paragraph', content: [{ type: 'text', text: 'café' }] }]);
  });

  test('is what the page says, or a usual one with a remark', async () => {
    const said = new Uint8Array([...utf8('<meta charset="iso-8859-2">'), ...latin]);
    expect(await html.read(said)).toMatchObject({ blocks: [{ content: [{ text: 'café' }] }], remarks: [] });
    expect(await html.read(latin)).toMatchObject({
      blocks: [{ content: [{ text: 'café' }] }],
      remarks: [{ rule: 'encoding-guessed' }],
    });
  });

  test('may be UTF-16 with its mark', async () => {
    const page = Uint8Array.from(Buffer.from('\uFEFF<p>é', 'utf16le'));
    expect(await html.read(page)).toMatchObject({ blocks: [{ content: [{ text: 'é' }] }] });
  });

  test('is asked for of texts only', async () => {
    expect(await readOrReason(html, utf8('PK\u0003\u0004\0\0'))).toBe('binary');
    expect(await readOrReason(html, new Uint8Array(MAX_PAGE_BYTES + 1).fill(32))).toBe('too-large');
  });
});

describe('nothing of a page', () => {
  test.each([
    '<script>steal()</script>',
    '<style>p{}</style>',
    '<template><p>x</template>',
    '<a href="javascript:steal()">ok</a>',
    '<img src="javascript:steal()" onerror="steal()" alt="ok">',
    '<svg onload="steal()"><script>steal()</script><a xlink:href="javascript:steal()"><text>ok</text></a></svg>',
    '<iframe srcdoc="<script>steal()</script>" src="data:text/html,steal"></iframe>',
    '<!--[if IE]><script>steal()</script><![endif]-->',
    '<a href=" java\nscript:steal()">ok</a>',
    '<noscript><p title="</noscript><img src=x onerror=steal()>">',
  ])('that is a program comes into the text: %s', (page) => {
    const imported = read(page);
    expectClean(imported);
    expect(JSON.stringify(imported.blocks)).not.toContain('steal');
  });
});

test('a page nests as deep as people write, and not deeper', async () => {
  const lists = (depth: number) => utf8('<ul><li>x'.repeat(depth));
  const most = Math.floor((MAX_NODE_DEPTH - 1) / 2);
  expectClean(await html.read(lists(most)));
  expect(await readOrReason(html, lists(most + 1))).toBe('too-deep');
  expectClean(await html.read(utf8('<div>'.repeat(400))));
  expect(await readOrReason(html, utf8('<div>'.repeat(300_000)))).toBe('too-deep');
});

/** Pages made to keep a parser busy or to grow in it, and how they end. */
const BUSY: readonly (readonly [name: string, page: string])[] = [
  ['formatting that is repeated in every paragraph', `${font(400)}${'<p>x'.repeat(100_000)}`],
  ['formatting closed in the wrong order', '<b><i></b></i>'.repeat(100_000)],
  ['attributes', `<p ${Array.from({ length: 300_000 }, (_, index) => `a${index}`).join(' ')}>x`],
  ['one long attribute', `<p style="${'font-weight: '.repeat(100_000)}">x`],
  ['tags that never end', '<a '.repeat(300_000)],
  ['comments that never end', '<!--'.repeat(300_000)],
  ['tables in tables', '<table><tr><td>'.repeat(100_000)],
  ['wide cells', `<table>${'<tr><td colspan=1000 rowspan=65534>x'.repeat(20_000)}</table>`],
  ['characters by number', '&#60;'.repeat(200_000)],
  ['links', '<a href=x>'.repeat(100_000)],
  ['line breaks', 'a<br> '.repeat(30_000)],
  ['forms', '<form><input value=x><select><option>'.repeat(50_000)],
  ['foreign elements', '<svg><math>'.repeat(100_000)],
];

function font(count: number): string {
  return Array.from({ length: count }, (_, index) => `<font size=${index}>`).join('');
}

test.each(BUSY)(
  '%s without end are read or refused in seconds',
  async (_name, page) => {
    const imported = await readOrReason(html, utf8(page));
    if (typeof imported !== 'string') expectClean(imported);
    else expect(['too-large', 'too-deep']).toContain(imported);
  },
  15_000,
);
