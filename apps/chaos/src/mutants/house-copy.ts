import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { ROOT } from '../process/plenary-process.ts';
import type { SourceEdit } from './mutant.ts';

/** A copy of the sources that bugs can be planted in. */
export interface HouseCopy {
  readonly root: string;
  /** Plants a bug; the result takes it out again. Throws when the sources no longer contain what is to be replaced. */
  plant(edits: readonly SourceEdit[]): () => void;
  remove(): void;
}

/**
 * Copies the packages, the server and this app. Links between packages are relative, so those of the copy lead to
 * the copy; what comes from npm is shared with the original.
 */
export function copyHouse(): HouseCopy {
  const root = mkdtempSync(join(tmpdir(), 'plenary-mutant-'));
  for (const part of PARTS) {
    cpSync(join(ROOT, part), join(root, part), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (file) => !NOT_COPIED.has(basename(file)),
    });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  return {
    root,
    plant(edits) {
      const before = new Map(edits.map(({ file }) => [file, readFileSync(join(root, file), 'utf8')]));
      const takeOut = (): void => {
        for (const [file, text] of before) writeFileSync(join(root, file), text);
      };
      for (const { file, find, put } of edits) {
        const text = readFileSync(join(root, file), 'utf8');
        if (text.split(find).length !== 2) {
          takeOut();
          throw new Error(`${file} does not contain exactly once, any more: ${find}`);
        }
        writeFileSync(
          join(root, file),
          text.replace(find, () => put),
        );
      }
      return takeOut;
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

const PARTS = ['packages', 'apps/server', 'apps/chaos'];
const NOT_COPIED = new Set(['.tsc', '.vite', 'dist', 'results', 'coverage', 'test-results']);
