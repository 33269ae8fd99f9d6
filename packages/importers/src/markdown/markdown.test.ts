import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type DocNode, documentSchema, readState, seedUpdate, textOf } from '@plenary/document';
import { CONTROL_CHARACTERS, HARD_TEXTS } from '@plenary/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outline } from '../../fixtures/outline.ts';
import { leavesOf, lost } from '../../fixtures/words.ts';
import { type Imported, UnreadableFile } from '../importer.ts';
import { MAX_TEXT_BYTES, decodeUtf8 } from '../text-bytes.ts';
import { MAX_DEPTH } from './guard.ts';
import { readMarkdown } from './markdown.ts';

const PACKAGE = join(import.meta.dirname, '../..');
const DATA = join(PACKAGE, '../../../shared/data');

const schema = documentSchema({});
const read = (text: string): Imported => readBytes(new TextEncoder().encode(text));

function readBytes(bytes: Uint8Array): Imported {
  return readMarkdown(decodeUtf8(bytes));
}

function docOf(blocks: readonly DocNode[]): DocNode {
  return { type: 'doc', content: blocks.length > 0 ? blocks : [{ type: 'paragraph' }] };
}

/** Reads, and checks what must hold for every file: it fits the schema, and no word of it is lost. */
function readWhole(text: string): Imported {
  const imported = read(text);
  schema.nodeFromJSON(docOf(imported.blocks)).check();
  // The words as the file has them, for the parser that judges: without what the importer says it replaces.
  const clean = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(CONTROL, ' ');
  expect(lost(leavesOf(clean), imported.blocks)).toEqual([]);
  return imported;
}

const CONTROL = /[\u0001-\u0008\u000B-\u001F\u007F-\u009F]/g;

function reasonOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof UnreadableFile) return error.reason;
    throw error;
  }
  return 'read';
}

describe('cases', () => {
  const files = globSync('cases/*.md', { cwd: PACKAGE });

  test('are there', () => expect(files.length).toBeGreaterThan(7));

  test.each(files)('%s', async (file) => {
    const imported = readWhole(readFileSync(join(PACKAGE, file), 'utf8'));
    await expect(outline(imported)).toMatchFileSnapshot(join(PACKAGE, file.replace(/md$/, 'txt')));
  });
});

describe('any text', () => {
  const bits = [
    [
      '# ',
      '## ',
      '> ',
      '- ',
      '1. ',
      '- [ ] ',
      '* * *',
      '\n',
      '\n\n',
      '    ',
      '  \n',
      '| a | b |\n|--|:-:|\n',
      '|',
    ],
    [
      '*',
      '**',
      '~~',
      '`',
      '```\n',
      '[',
      ']',
      '](https://x.eu)',
      '](y)',
      '![',
      '[^1]',
      '\n[^1]: ',
      '\n[a]: b\n',
      '<',
    ],
    [
      '<br>',
      '<b>',
      '<!--',
      '-->',
      '---\n',
      '&amp;',
      '\\',
      'https://x.eu',
      'mot',
      'é',
      '👩🏽‍🚀',
      '\t',
      '\u00a0',
      '-',
    ],
  ];
  const bit = fc.constantFrom(...bits.flat());
  const text = fc.array(fc.oneof({ weight: 4, arbitrary: bit }, fc.string({ unit: 'grapheme' })), {
    maxLength: 40,
  });

  test('keeps all its words, fits the schema and never fails', () => {
    fc.assert(
      fc.property(text, (parts) => {
        const source = parts.join('').toWellFormed().replaceAll('\0', '');
        expect(reasonOf(() => readWhole(source))).toBe('read');
      }),
      { numRuns: 1000 },
    );
  });

  test('of any bytes is read or refused with a reason', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const reason = reasonOf(() => readBytes(bytes));
        expect(['read', 'not-utf8', 'binary']).toContain(reason);
      }),
    );
  });

  test.each(HARD_TEXTS)('that is hard (%s) comes through a group document whole', (_name, hard) => {
    const { blocks } = readWhole(hard);
    expect(lost(leavesOf(hard), readState(seedUpdate(docOf(blocks), {})).content ?? [])).toEqual([]);
  });
});

describe('files', () => {
  test('may begin with the mark of UTF-8, and end lines as Windows does', () => {
    expect(textOf(docOf(read('\uFEFF# Titre\r\n\r\nun\rdeux').blocks))).toBe('Titre\nun deux');
  });

  test('that are empty give nothing', () => {
    expect(read('')).toEqual({ blocks: [], pictures: [], remarks: [] });
    expect(read('\n \n')).toEqual({ blocks: [], pictures: [], remarks: [] });
  });

  test('with control characters have spaces instead, and say so', () => {
    const { blocks, remarks } = read(CONTROL_CHARACTERS.replace('\0', ''));
    expect(textOf(docOf(blocks))).toBe('ab c [31md e');
    expect(remarks).toEqual([{ rule: 'control-characters', count: 1 }]);
  });

  test('that are none of Markdown are refused with the reason', () => {
    expect(reasonOf(() => readBytes(new Uint8Array([0x63, 0xe9, 0x20])))).toBe('not-utf8');
    expect(reasonOf(() => read('PK\u0003\u0004\0\0'))).toBe('binary');
    expect(reasonOf(() => readBytes(new Uint8Array(MAX_TEXT_BYTES + 1).fill(32)))).toBe('too-large');
  });

  test('nest as deep as people write, and not deeper', () => {
    const quotes = (depth: number) => `${'> '.repeat(depth)}x`;
    const lists = (depth: number) =>
      Array.from({ length: depth }, (_, level) => `${'  '.repeat(level)}- x`).join('\n');
    readWhole(quotes(MAX_DEPTH));
    readWhole(lists(MAX_DEPTH));
    expect(reasonOf(() => read(quotes(MAX_DEPTH + 1)))).toBe('too-deep');
    expect(reasonOf(() => read(lists(MAX_DEPTH + 2)))).toBe('too-deep');
    expect(reasonOf(() => read(quotes(200_000)))).toBe('too-deep');
    // A rule across the page looks like many lists.
    expect(read('* '.repeat(100)).blocks).toEqual([{ type: 'horizontalRule' }]);
  });
});

/** Without the guards each of them takes minutes. */
const SECONDS = 15_000;

/** Texts made to keep a parser busy, and how many times their part is repeated. */
const BUSY: readonly (readonly [name: string, text: string])[] = [
  ['emphasis', '**a*'.repeat(50_000)],
  ['strikethrough', '~a~'.repeat(60_000)],
  ['closing emphasis', `a**b${'c* '.repeat(60_000)}`],
  ['emphasis line by line', 'a **b*\n'.repeat(30_000)],
  ['lines', 'a\n'.repeat(100_000)],
  ['addresses', 'a@a.b '.repeat(30_000)],
  ['links', '[a]('.repeat(50_000)],
  ['brackets', '['.repeat(100_000)],
  ['images', '!['.repeat(50_000)],
  ['code', Array.from({ length: 500 }, (_, index) => '`'.repeat(index)).join(' a ')],
  ['HTML', '<a '.repeat(50_000)],
  ['comments', '<!--'.repeat(50_000)],
  ['spaces', `a${' '.repeat(200_000)}b`],
  ['definitions', Array.from({ length: 5_000 }, (_, index) => `[${index}]: u`).join('\n')],
];

test.each(BUSY)(
  '%s without end are read in seconds, every word kept',
  (_name, text) => {
    const { blocks } = read(text);
    schema.nodeFromJSON(docOf(blocks)).check();
    const letters = (value: string) => value.replace(/[^a-c]/g, '').length;
    expect(letters(textOf(docOf(blocks)))).toBeGreaterThanOrEqual(letters(text));
  },
  SECONDS,
);

describe.skipIf(!existsSync(DATA))('files of real meetings (skipped where ../shared/data is absent)', () => {
  const files = globSync(['notes/**/*.md', 'notes/**/*.mdwn', 'nasty/markdown/**/*.md'], {
    cwd: DATA,
  }).toSorted();

  test('are there', () => expect(files.length).toBeGreaterThan(150));

  test.each(files)('%s is imported whole', (file) => {
    expect(() => readWhole(readFileSync(join(DATA, file), 'utf8'))).not.toThrow();
  });

  test.each(['commonmark.0.31.2.json', 'gfm.0.29.json'])('every example of %s is imported whole', (file) => {
    // Both are lists of objects with the source of one example each.
    const examples = JSON.parse(readFileSync(join(DATA, 'nasty/markdown', file), 'utf8')) as {
      markdown: string;
    }[];
    expect(examples.length).toBeGreaterThan(20);
    for (const { markdown: source } of examples) readWhole(source);
  });

  test('the specification of CommonMark itself is imported whole', () => {
    const file = join(DATA, 'nasty/markdown/commonmark-spec.txt');
    expect(basename(file)).toBe('commonmark-spec.txt');
    readWhole(readFileSync(file, 'utf8'));
  });
});
