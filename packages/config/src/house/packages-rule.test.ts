import { expect, test } from 'vitest';
import { judge, manifest, type Files } from './made-house.ts';
import { packagesRule } from './packages-rule.ts';

const whole: Files = {
  'packages/a/README.md': '# a',
  'packages/a/package.json': manifest('@plenary/a', ['yjs', 'vitest']),
  'packages/a/src/a.ts': "import { Doc } from 'yjs';\nexport const a = Doc;",
  'packages/a/src/a.test.ts': "import { test } from 'vitest';\ntest('a', () => {});",
};

function without(file: string): Files {
  return Object.fromEntries(Object.entries(whole).filter(([name]) => name !== file));
}

test('a whole package is nothing to remark', () => {
  expect(judge(packagesRule, whole)).toEqual([]);
});

test('a package without a readme is refused', () => {
  expect(judge(packagesRule, without('packages/a/README.md'))).toEqual(['packages/a: It has no README.md.']);
});

test('a package without a test is refused', () => {
  expect(judge(packagesRule, without('packages/a/src/a.test.ts'))).toContain('packages/a: It has no test.');
});

test('a dependency that nothing uses is refused', () => {
  const found = judge(packagesRule, {
    ...whole,
    'packages/a/package.json': manifest('@plenary/a', ['yjs', 'vitest', 'zod']),
  });
  expect(found).toEqual(['packages/a/package.json: zod is declared and not used; remove it.']);
});

test('an import that nothing declares is refused', () => {
  const found = judge(packagesRule, {
    ...whole,
    'packages/a/package.json': manifest('@plenary/a', ['vitest']),
  });
  expect(found).toEqual([expect.stringContaining('yjs is imported and not declared')]);
});

test('a package that the compiler is not told of is refused', () => {
  const all = 'packages/config/tsconfig/all.json';
  expect(judge(packagesRule, { ...whole, [all]: '{"references":[{"path":"../../../packages/a"}]}' })).toEqual(
    [],
  );
  expect(
    judge(packagesRule, { ...whole, [all]: '{"references":[{"path":"../../../packages/ab"}]}' }),
  ).toEqual([`packages/a: It is not listed in ${all}, so its types are not checked.`]);
});

test('types, peers and test environments count as used', () => {
  const found = judge(packagesRule, {
    ...whole,
    'packages/a/package.json': manifest('@plenary/a', [
      'yjs',
      'vitest',
      '@types/yjs',
      '@types/node',
      'lib0',
      'jsdom',
    ]),
    'packages/a/node_modules/yjs/package.json': '{"peerDependencies":{"lib0":"*"}}',
    'packages/a/src/b.test.ts': "// @vitest-environment jsdom\nimport 'node:fs';",
    '.gitignore': 'node_modules\n',
  });
  expect(found).toEqual([]);
});
