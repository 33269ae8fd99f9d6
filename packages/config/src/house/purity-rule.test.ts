import { expect, test } from 'vitest';
import { judge, manifest } from './made-house.ts';
import { purityRule } from './purity-rule.ts';

function inDocument(code: string, file = 'packages/document/src/a.ts'): readonly string[] {
  return judge(purityRule, { 'packages/document/package.json': manifest('@plenary/document'), [file]: code });
}

test.each([
  ["import { readFileSync } from 'node:fs';\nexport const a = readFileSync;", "'node:fs'"],
  ["import path from 'path';\nexport const a = path;", "'path'"],
  ["export const a = () => import('node:fs');", "'node:fs'"],
  ['export const a = process.env;', 'process'],
  ['export const a = () => document.title;', 'document'],
  ['export const a = [window];', 'window'],
  ['export const a = { window };', 'window'],
  ['export const a = () => setTimeout(() => 1, 2);', 'setTimeout'],
  ['export const a = () => Date.now();', 'Date.now'],
  ['export const a = () => new Date();', 'new Date()'],
  ['export const a = () => Math.random();', 'Math.random'],
])('%s is refused', (code, name) => {
  expect(inDocument(code)).toEqual([expect.stringContaining(name)]);
});

test.each([
  'export const a = (document: string) => document;',
  'export const a = { document: 1 }.document;',
  'export interface A { readonly document: string; readonly location?: string }',
  'export const a = (b: { process: number }) => b.process;',
  'export const a = (at: number) => new Date(at);',
  'export const a = Math.max(1, 2);',
])('%s is nothing to remark', (code) => {
  expect(inDocument(code)).toEqual([]);
});

test('a pure package is compiled without Node and DOM', () => {
  const extending = (base: string): readonly string[] =>
    inDocument(
      `{"extends":"../../packages/config/tsconfig/${base}.json"}`,
      'packages/document/tsconfig.json',
    );
  expect(extending('pure')).toEqual([]);
  expect(extending('node')).toEqual([expect.stringContaining('extends tsconfig/pure.json')]);
});

test('tests may use Node', () => {
  expect(inDocument("import 'node:fs';", 'packages/document/src/a.test.ts')).toEqual([]);
});

const blocks = {
  'packages/blocks/package.json': manifest('@plenary/blocks', [], {
    '.': './src/index.ts',
    './react': './src/react.tsx',
  }),
  'packages/blocks/src/react.tsx': "export { View } from './quote/quote-view.tsx';",
  'packages/blocks/src/quote/quote-view.tsx': "import { use } from 'react';\nexport const View = use;",
};

test('views behind the second entry are nothing to remark', () => {
  const index = "export { a } from './quote/quote.ts';";
  const quote = "import type { ReactNode } from 'react';\nexport const a: ReactNode = 1;";
  expect(
    judge(purityRule, {
      ...blocks,
      'packages/blocks/src/index.ts': index,
      'packages/blocks/src/quote/quote.ts': quote,
    }),
  ).toEqual([]);
});

test('a view or React that the main entry reaches is refused', () => {
  const found = judge(purityRule, {
    ...blocks,
    'packages/blocks/src/index.ts': "export { a } from './a.ts';",
    'packages/blocks/src/a.ts': "import { View } from './quote/quote-view.tsx';\nexport const a = View;",
  });
  expect(found).toEqual([
    expect.stringContaining('reaches this view'),
    expect.stringContaining("reaches 'react'"),
  ]);
});
