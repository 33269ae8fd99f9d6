import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openHouse } from './inspect.ts';
import type { Rule } from './rule.ts';

/** Files of a small repository, by path. */
export type Files = Readonly<Record<string, string>>;

/** Calls `act` with a temporary folder that holds `files`, and removes it afterwards. */
export function withFiles<T>(files: Files, act: (root: string) => T): T {
  const root = mkdtempSync(path.join(tmpdir(), 'plenary-house-'));
  try {
    for (const [file, text] of Object.entries(files)) {
      const place = path.join(root, file);
      mkdirSync(path.dirname(place), { recursive: true });
      writeFileSync(place, text);
    }
    return act(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** What a rule says about a small repository: `file: message`, one line each. */
export function judge(rule: Rule, files: Files): readonly string[] {
  return withFiles(files, (root) =>
    rule.check(openHouse(root)).map(({ file, message }) => `${file}: ${message}`),
  );
}

/** A `package.json` for a small repository. */
export function manifest(name: string, dependencies: readonly string[] = [], exports?: Files): string {
  const versions = Object.fromEntries(dependencies.map((dependency) => [dependency, 'catalog:']));
  return JSON.stringify({ name, dependencies: versions, exports: exports ?? { '.': './src/index.ts' } });
}
