import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const IMPORT = /(?:from|import)\s+'([^']+)'/g;

/** Every module that the file reaches through files of this package. */
function reached(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
    if (name.startsWith('.')) reached(join(dirname(file), name), seen);
    else seen.add(name);
  }
  return seen;
}

test('the main entry reaches no React, no view and no style', () => {
  const modules = [...reached(join(import.meta.dirname, 'index.ts'))];
  expect(modules.length).toBeGreaterThan(15);
  expect(modules.filter((name) => /react|\.tsx$|\.css$/.test(name))).toEqual([]);
});

test('the main entry works where there is no document', async () => {
  expect('document' in globalThis).toBe(false);
  const { blocks } = await import('./index.ts');
  const { documentSchema } = await import('@plenary/document');
  expect(Object.keys(documentSchema(blocks).nodes)).toEqual(expect.arrayContaining(Object.keys(blocks)));
});
