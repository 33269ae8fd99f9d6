import { expect, test } from 'vitest';
import { inspect, RULES } from './inspect.ts';
import { withFiles } from './made-house.ts';
import { readTree } from './tree.ts';

test('every rule has a name of its own', () => {
  expect(new Set(RULES.map(({ name }) => name)).size).toBe(RULES.length);
});

test('a finding says where, which rule and what to do', () => {
  const findings = withFiles({ 'packages/a/src/a.ts': '\nexport default 1;' }, (root) => inspect(root));
  expect(findings).toContain(
    'packages/a/src/a.ts:2  exports: Export it by name; only configuration files export a default.',
  );
});

test('a file that does not parse is named', () => {
  const read = (): unknown =>
    withFiles({ 'packages/a/src/a.ts': 'export const = 1' }, (root) => inspect(root));
  expect(read).toThrow('packages/a/src/a.ts does not parse');
});

test('what .gitignore names is not read', () => {
  const files = withFiles(
    {
      '.gitignore': '# outputs\ndist\n/data\n*.backup\nlogs/\n',
      'packages/a/dist/a.ts': '',
      'packages/a/data/b.ts': '',
      'data/c.ts': '',
      'summit.backup': '',
      'logs/d.ts': '',
    },
    (root) => readTree(root).files,
  );
  expect(files).toEqual(['.gitignore', 'packages/a/data/b.ts']);
});
