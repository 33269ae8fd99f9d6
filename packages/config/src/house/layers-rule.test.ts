import { expect, test } from 'vitest';
import { layersRule } from './layers-rule.ts';
import { judge, manifest, type Files } from './made-house.ts';

const packages: Files = Object.fromEntries(
  ['report-ast', 'protocol', 'testing', 'document', 'blocks', 'aggregation', 'exporters', 'sync'].map(
    (name) => [`packages/${name}/package.json`, manifest(`@plenary/${name}`)],
  ),
);

function importing(file: string, specifier: string): readonly string[] {
  return judge(layersRule, {
    ...packages,
    'apps/server/package.json': manifest('@plenary/server'),
    [file]: `import { a } from '${specifier}';\nexport const b = a;\n`,
  });
}

test('an import that points down is nothing to remark', () => {
  expect(importing('packages/document/src/a.ts', '@plenary/report-ast')).toEqual([]);
  expect(importing('apps/server/src/a.ts', '@plenary/sync')).toEqual([]);
  expect(importing('packages/document/src/a.ts', './b.ts')).toEqual([]);
});

test.each([
  ['packages/report-ast/src/a.ts', '@plenary/document', 'imports point down'],
  ['packages/protocol/src/a.ts', '@plenary/report-ast', 'imports point down'],
  ['packages/aggregation/src/a.ts', '@plenary/blocks', 'never a block'],
  ['packages/exporters/src/a.ts', '@plenary/document', 'knows the report tree'],
  ['packages/sync/src/a.ts', 'ws', 'come in through its ports'],
  ['packages/sync/src/a.ts', 'node:sqlite', 'come in through its ports'],
  ['packages/sync/src/a.ts', '@plenary/server', 'Nothing imports an app'],
  ['apps/server/src/a.ts', '@plenary/server', 'Import the file'],
  ['packages/document/src/a.ts', '@plenary/testing', 'is for tests'],
  ['packages/document/src/a.ts', '@plenary/report-ast/src/nodes.ts', 'does not export'],
  ['packages/document/src/a.ts', '../../report-ast/src/a.ts', 'leaves the package'],
  ['packages/document/src/a.ts', '@plenary/nowhere', 'There is no package'],
])('%s must not import %s', (file, specifier, why) => {
  expect(importing(file, specifier)).toEqual([expect.stringContaining(why)]);
});

test('a test may import the testing package, whatever its layer', () => {
  expect(importing('packages/report-ast/src/a.test.ts', '@plenary/testing')).toEqual([]);
  expect(importing('packages/report-ast/fixtures/a.ts', '@plenary/testing')).toEqual([]);
});

test('imports are found wherever they stand', () => {
  const code = [
    "export { a } from '@plenary/document';",
    "export type B = import('@plenary/blocks').B;",
    "export const c = () => import('@plenary/sync');",
  ].join('\n');
  expect(judge(layersRule, { ...packages, 'packages/report-ast/src/a.ts': code })).toHaveLength(3);
});

test('a package without a number fails', () => {
  const found = judge(layersRule, { 'packages/risk/package.json': manifest('@plenary/risk') });
  expect(found).toEqual([expect.stringContaining('has no number')]);
});
