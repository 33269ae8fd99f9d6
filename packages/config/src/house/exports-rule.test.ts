import { expect, test } from 'vitest';
import { exportsRule } from './exports-rule.ts';
import { judge } from './made-house.ts';

test('an index that names what other files export is nothing to remark', () => {
  const index = "/** What it is. */\nexport { a } from './a.ts';\nexport type { B } from './b.ts';\n";
  expect(judge(exportsRule, { 'packages/a/src/index.ts': index })).toEqual([]);
});

test.each([
  ['packages/a/src/deep/index.ts', "export { a } from './a.ts';", 'Only src/index.ts'],
  ['apps/web/src/index.ts', "export { a } from './a.ts';", 'Only src/index.ts'],
  ['packages/a/src/index.ts', 'export const a = 1;', 'only names'],
  ['packages/a/src/index.ts', "import './a.ts';", 'only names'],
  ['packages/a/src/index.ts', "export * from './a.ts';", 'Name the exports'],
  ['packages/a/src/index.ts', "export * as a from './a.ts';", 'Name the exports'],
  ['packages/a/src/index.ts', "export { a } from './a.ts';\n".repeat(61), '61 lines'],
  ['packages/a/src/b.ts', 'export default 1;', 'Export it by name'],
])('%s with %j is refused', (file, code, why) => {
  expect(judge(exportsRule, { [file]: code })).toEqual([expect.stringContaining(why)]);
});

test('configuration files export a default', () => {
  expect(judge(exportsRule, { 'apps/web/vite.config.ts': 'export default {};' })).toEqual([]);
});
