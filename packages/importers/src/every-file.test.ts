import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { expectClean, missing } from '../fixtures/conformance.ts';
import { leavesOfDocx } from '../fixtures/docx-words.ts';
import { leavesOfPage } from '../fixtures/page-words.ts';
import { leavesOf } from '../fixtures/words.ts';
import { importFormats, readBrought } from './formats.ts';
import { decodePage } from './html/decode-page.ts';
import { type Imported, UnreadableFile } from './importer.ts';
import { decodeUtf8 } from './text-bytes.ts';

const DATA = join(import.meta.dirname, '../../../../shared/data');

/** Every ending that a file can be brought under, whatever is in it. */
const ENDINGS = importFormats.flatMap(({ extensions }) => extensions.slice(0, 1));

/** What a file says, by a reader that is not ours; for endings that are brought as they are. */
const LEAVES: Readonly<Record<string, (bytes: Uint8Array) => readonly string[]>> = {
  '.docx': leavesOfDocx,
  '.html': (bytes) => leavesOfPage(decodePage(bytes).text),
  '.md': (bytes) => leavesOf(decodeUtf8(bytes).text),
};

async function readOrRefused(name: string, bytes: Uint8Array): Promise<Imported | undefined> {
  try {
    return await readBrought(name, bytes);
  } catch (error) {
    // Anything else is a mistake of ours, whatever is in the file.
    if (error instanceof UnreadableFile) return undefined;
    throw error;
  }
}

describe.skipIf(!existsSync(DATA))(
  'files made to break programs, and documents of others (skipped where ../shared/data is absent)',
  () => {
    const files = globSync(['nasty/**', 'documents/**'], { cwd: DATA })
      .filter((file) => statSync(join(DATA, file)).isFile())
      .toSorted();

    // Who reads a file asks nobody for more.
    beforeAll(() => void vi.stubGlobal('fetch', () => expect.unreachable('Something was fetched.')));
    afterAll(() => void vi.unstubAllGlobals());

    test('are all there', () => expect(files.length).toBeGreaterThan(140));

    test.each(files)(
      '%s is read clean and whole under its own name, and clean or refused under any other',
      async (file) => {
        const bytes = readFileSync(join(DATA, file));
        const own = await readOrRefused(file, bytes);
        const leaves = LEAVES[extname(file)]?.(bytes);
        expect(own === undefined).toBe(leaves === undefined);
        if (own !== undefined && leaves !== undefined) {
          expectClean(own);
          expect(missing(leaves, own)).toEqual([]);
        }
        for (const ending of ENDINGS) {
          const other = await readOrRefused(`${file}${ending}`, bytes);
          if (other !== undefined) expectClean(other);
        }
      },
      60_000,
    );
  },
);
