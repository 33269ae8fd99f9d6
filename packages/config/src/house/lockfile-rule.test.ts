import { expect, test } from 'vitest';
import { lockfileRule } from './lockfile-rule.ts';
import { judge } from './made-house.ts';

const natives = [
  '@turbo/',
  '@oxlint/binding-',
  '@oxfmt/binding-',
  '@rolldown/binding-',
  'lightningcss-',
  '@img/sharp-',
];
const binaries = natives.flatMap((name) => [`${name}darwin-arm64@1.0.0`, `${name}win32-x64@1.0.0`]);

function locking(...keys: readonly string[]): readonly string[] {
  const lines = keys.map((key) => `  '${key}':\n    resolution: {}\n`);
  return judge(lockfileRule, { 'pnpm-lock.yaml': `lockfileVersion: '9.0'\npackages:\n${lines.join('')}` });
}

test('one copy of each and all binaries is nothing to remark', () => {
  expect(
    locking(...binaries, 'yjs@13.6.33', '@tiptap/core@3.31.3', '@tiptap/pm@3.31.3', '@tiptap/y-tiptap@3.0.9'),
  ).toEqual([]);
});

test.each(['yjs', 'lib0', 'y-protocols', 'prosemirror-model'])('two versions of %s are refused', (name) => {
  expect(locking(...binaries, `${name}@1.0.0`, `${name}@1.0.1`)).toEqual([
    expect.stringContaining(`${name} is here as 1.0.0 and 1.0.1`),
  ]);
});

test('two versions among the Tiptap packages are refused', () => {
  expect(locking(...binaries, '@tiptap/core@3.31.3', '@tiptap/pm@3.34.0')).toEqual([
    expect.stringContaining('3.31.3 and 3.34.0'),
  ]);
});

test.each(binaries)('a lockfile without %s is refused', (missing) => {
  expect(locking(...binaries.filter((name) => name !== missing))).toEqual([
    expect.stringMatching(/There is no (darwin-arm64|win32) binary of/),
  ]);
});

test('no lockfile is refused', () => {
  expect(judge(lockfileRule, {})).toEqual(['pnpm-lock.yaml: There is no lockfile.']);
});
