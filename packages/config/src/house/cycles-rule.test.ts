import { expect, test } from 'vitest';
import { cyclesRule } from './cycles-rule.ts';
import { judge } from './made-house.ts';

const importing = (target: string): string => `import { x } from '${target}';\nexport const y = x;\n`;

test('files that import each other are named in order', () => {
  const found = judge(cyclesRule, {
    'packages/a/src/one.ts': importing('./two.ts'),
    'packages/a/src/two.ts': importing('./three.ts'),
    'packages/a/src/three.ts': importing('./one.ts'),
  });
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(/\w+\.ts -> .*\w+\.ts -> .*\w+\.ts -> /);
});

test('two roads to one file are no cycle', () => {
  const found = judge(cyclesRule, {
    'packages/a/src/one.ts': importing('./two.ts') + importing('./three.ts'),
    'packages/a/src/two.ts': importing('./three.ts'),
    'packages/a/src/three.ts': 'export const x = 1;\n',
  });
  expect(found).toEqual([]);
});
