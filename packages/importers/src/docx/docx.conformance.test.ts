import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeImporter, type Sample } from '../../fixtures/conformance.ts';
import { leavesOfDocx } from '../../fixtures/docx-words.ts';
import { madeDocx, wordParagraph } from '../../fixtures/made-docx.ts';
import { docx } from './docx.ts';

const DATA = join(import.meta.dirname, '../../../../../shared/data');
const sample = (name: string, bytes: () => Uint8Array): Sample => ({
  name,
  bytes,
  leaves: () => leavesOfDocx(bytes()),
});

describeImporter(docx, [
  sample('a short document', () => madeDocx(wordParagraph('Bonjour à toutes') + wordParagraph('et tous'))),
]);

describe.skipIf(!existsSync(DATA))('files of others (skipped where ../shared/data is absent)', () => {
  const files = globSync('documents/**/*.docx', { cwd: DATA }).toSorted();

  test('are there', () => expect(files.length).toBeGreaterThan(60));

  describeImporter(
    docx,
    files.map((file) => sample(file, () => readFileSync(join(DATA, file)))),
  );
});
