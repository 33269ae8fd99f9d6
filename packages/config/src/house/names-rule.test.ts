import { expect, test } from 'vitest';
import { judge } from './made-house.ts';
import { namesRule } from './names-rule.ts';

test.each([
  'packages/a/src/doc-node.ts',
  'packages/a/src/doc-node.test.ts',
  'packages/a/README.md',
  'packages/a/THREAT_MODEL.md',
  'apps/docs/decisions/0001-yjs.md',
  'apps/docs/look/page-2x.txt',
  '.github/CONTRIBUTING.md',
  'pnpm-lock.yaml',
])('%s is a good name', (file) => {
  expect(judge(namesRule, { [file]: '' })).toEqual([]);
});

test.each([
  ['packages/a/src/docNode.ts', 'kebab-case'],
  ['packages/a/src/DocNode.tsx', 'kebab-case'],
  ['packages/a/src/doc_node.ts', 'kebab-case'],
  ['packages/My/src/a.ts', 'kebab-case'],
  ['packages/a/src/utils.ts', 'says nothing'],
  ['packages/a/src/helpers/b.ts', 'says nothing'],
  ['packages/a/src/common/b.ts', 'says nothing'],
  ['packages/shared/src/b.ts', 'says nothing'],
  ['vitest.config.ts', 'top of the repository'],
  ['docs/a.md', 'top of the repository'],
])('%s is refused', (file, why) => {
  expect(judge(namesRule, { [file]: '' })).toEqual([expect.stringContaining(why)]);
});
