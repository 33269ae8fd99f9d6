import { expect, test } from 'vitest';
import { blockKindsRule } from './block-kinds-rule.ts';
import { judge } from './made-house.ts';

function naming(file: string, code = "export const a = 'open-question';"): readonly string[] {
  return judge(blockKindsRule, {
    'packages/blocks/src/open-question/open-question.ts':
      "export const openQuestion = defineOutcomeBlock({ kind: 'open-question', data: 1 });",
    [file]: code,
  });
}

test.each([
  'packages/blocks/src/open-question/open-question-view.tsx',
  'packages/blocks/src/registry.ts',
  'packages/blocks/src/react.tsx',
  'packages/blocks/fixtures/summit.ts',
  'packages/aggregation/src/compile.test.ts',
  'apps/e2e/support/group-page.ts',
])('%s may name a kind', (file) => {
  expect(naming(file)).toEqual([]);
});

test.each([
  'packages/blocks/src/quote/quote.ts',
  'packages/aggregation/src/compile.ts',
  'packages/exporters/src/html/html.ts',
  'apps/web/src/outcomes.tsx',
])('%s must not name a kind', (file) => {
  expect(naming(file)).toEqual([expect.stringContaining("The kind 'open-question'")]);
});

test('a type that lists kinds is refused too', () => {
  expect(naming('apps/web/src/a.ts', "export type A = 'open-question' | 'b';")).toHaveLength(1);
});
