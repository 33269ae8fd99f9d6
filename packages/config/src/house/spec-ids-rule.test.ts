import { expect, test } from 'vitest';
import { judge, manifest, type Files } from './made-house.ts';
import { specIdsRule } from './spec-ids-rule.ts';

function sync(title: string, more: Files = {}): readonly string[] {
  return judge(specIdsRule, {
    'packages/sync/package.json': manifest('@plenary/sync'),
    'packages/sync/SPEC.md': '# Rules\n\n- **SY1** One thing.\n- **SY2** Another.\n',
    'packages/sync/src/room.test.ts': `test.each([1])(\`[SY1] for \${n}\`, () => {});\ntest('${title}', () => {});`,
    ...more,
  });
}

test('rules that tests quote are nothing to remark', () => {
  expect(sync('[SY2] another')).toEqual([]);
});

test('a rule without a test is refused', () => {
  expect(sync('another')).toEqual([
    'packages/sync/SPEC.md: No test of @plenary/sync quotes [SY2] in its title.',
  ]);
});

test('a quote without a rule is refused', () => {
  expect(sync('[SY2] and [SY9]')).toEqual([
    expect.stringContaining('[SY9] is quoted here and defined nowhere'),
  ]);
});

test('an id in a comment of a test proves nothing', () => {
  const found = sync('another', { 'packages/sync/src/b.test.ts': "// [SY2]\nconst a = '[SY2]';" });
  expect(found).toHaveLength(1);
});

test('an id in the table of test.each is in the titles it makes', () => {
  const table = "test.each([['[SY2]', 1]])('%s for %i', () => {});";
  expect(sync('another', { 'packages/sync/src/b.test.ts': table })).toEqual([]);
});

test('invariants numbered in a doc comment may be quoted, from any package', () => {
  const found = sync('[SY2] [DS1]', {
    'packages/sync/src/ports.ts': '/**\n * DS1 what is saved stays.\n */\nexport {};',
  });
  expect(found).toEqual([]);
});

test('a package that must have rules and has none is refused', () => {
  const found = judge(specIdsRule, { 'packages/sync/package.json': manifest('@plenary/sync') });
  expect(found).toEqual(['packages/sync: Its rules need a SPEC.md.']);
});
