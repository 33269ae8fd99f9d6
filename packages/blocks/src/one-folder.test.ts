import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { blocks } from './registry.ts';

const read = (file: string) => readFileSync(join(import.meta.dirname, file), 'utf8');
const files = globSync('**/*.{ts,tsx,css}', { cwd: import.meta.dirname });
/** `goodPractice` lives in `good-practice`. */
const folderOf = (kind: string) => kind.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

describe.each(Object.keys(blocks))('%s', (kind) => {
  const folder = folderOf(kind);

  test('has a folder with its definition, its words, its view and its test', () => {
    const own = files.filter((file) => file.startsWith(`${folder}/`));
    const wanted = [`${folder}.ts`, `${folder}.messages.ts`, `${folder}-view.tsx`, `${folder}.test.ts`];
    expect(own).toEqual(expect.arrayContaining(wanted.map((name) => `${folder}/${name}`)));
  });

  test('has one line in each registry, and the import it names', () => {
    for (const registry of ['registry.ts', 'react.tsx']) {
      const lines = read(registry).split('\n');
      expect(lines.filter((line) => line.includes(`'./${folder}/`))).toHaveLength(1);
      expect(lines.filter((line) => new RegExp(`^  ${kind}(?:,|: ${kind}View,)$`).test(line))).toHaveLength(
        1,
      );
    }
  });

  test('is named by nothing else in this package, not even by a style sheet', () => {
    const strangers = files.filter(
      (file) =>
        !file.startsWith(`${folder}/`) &&
        !/\.test\.tsx?$/.test(file) &&
        !['registry.ts', 'react.tsx'].includes(file),
    );
    const naming = strangers.filter((file) =>
      new RegExp(`['"\`./]${kind}['"\`/]|--${kind}\\b`).test(read(file)),
    );
    expect(naming).toEqual([]);
  });
});
