import { expect, test } from 'vitest';
import { judge } from './made-house.ts';
import { neighboursRule } from './neighbours-rule.ts';

function importing(file: string, target: string): readonly string[] {
  return judge(neighboursRule, { [file]: `import { a } from '${target}';\nexport const b = a;` });
}

test('pages compose features, and a feature imports its own files', () => {
  expect(importing('apps/web/src/pages/summit.tsx', '../features/joining/name.tsx')).toEqual([]);
  expect(importing('apps/web/src/features/joining/name.tsx', './colour.ts')).toEqual([]);
  expect(importing('apps/web/src/features/joining/name.tsx', '../../ui/button.tsx')).toEqual([]);
});

test('a feature must not import another', () => {
  expect(importing('apps/web/src/features/joining/name.tsx', '../report/preview.tsx')).toEqual([
    expect.stringContaining('feature joining must not import the feature report'),
  ]);
});

test('only the registry imports a view', () => {
  expect(importing('packages/blocks/src/react.tsx', './quote/quote-view.tsx')).toEqual([]);
  expect(importing('packages/blocks/src/quote/quote.test.tsx', './quote-view.tsx')).toEqual([]);
  expect(importing('packages/blocks/src/frame/menu.tsx', '../quote/quote-view.tsx')).toEqual([
    expect.stringContaining('imported only by packages/blocks/src/react.tsx'),
  ]);
});
