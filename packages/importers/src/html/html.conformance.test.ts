import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeImporter, expectClean, missing, type Sample } from '../../fixtures/conformance.ts';
import { leavesOfPage } from '../../fixtures/page-words.ts';
import { decodePage } from './decode-page.ts';
import { html } from './html.ts';

const DATA = join(import.meta.dirname, '../../../../../shared/data');
const sample = (name: string, bytes: () => Uint8Array): Sample => ({
  name,
  bytes,
  leaves: () => leavesOfPage(decodePage(bytes()).text),
});

const own = '<h1>Bonjour <i>à</i> toutes</h1><ul><li>un<ul><li>deux</ul></ul><table><tr><td>trois</table>';

describeImporter(html, [sample('a short page', () => new TextEncoder().encode(own))]);

describe.skipIf(!existsSync(DATA))('files of others (skipped where ../shared/data is absent)', () => {
  const files = globSync(['documents/html*/*.html', 'nasty/markdown/**/*.html'], { cwd: DATA }).toSorted();

  test('are there', () => expect(files.length).toBeGreaterThan(15));

  describeImporter(
    html,
    files.map((file) => sample(file, () => readFileSync(join(DATA, file)))),
  );

  test.each(['nasty/xss/xss-payload-list.txt', 'nasty/strings/blns.txt'])(
    'every line of %s is read clean, alone and with the others',
    async (file) => {
      const all = readFileSync(join(DATA, file), 'utf8').toWellFormed();
      for (const page of [all, ...all.split('\n')]) {
        const imported = await html.read(new TextEncoder().encode(page.replaceAll('\0', '')));
        expectClean(imported);
      }
    },
    30_000,
  );

  test('every case of a sanitiser is read clean and whole', async () => {
    // The file is a list of objects with the attack each.
    const cases = JSON.parse(readFileSync(join(DATA, 'nasty/xss/dompurify-expect.json'), 'utf8')) as {
      payload: string;
    }[];
    expect(cases.length).toBeGreaterThan(200);
    for (const { payload } of cases) {
      const bytes = new TextEncoder().encode(payload.replaceAll('\0', ''));
      const imported = await html.read(bytes);
      expectClean(imported);
      expect(missing(leavesOfPage(decodePage(bytes).text), imported)).toEqual([]);
    }
  });

  test.each(globSync('nasty/html/*.test', { cwd: DATA }))('every page in %s is read clean', async (file) => {
    // html5lib's tests are objects with a list of tests, whose inputs are texts or lists of them.
    const { tests } = JSON.parse(readFileSync(join(DATA, file), 'utf8')) as { tests: { input: unknown }[] };
    for (const { input } of tests) {
      const page = typeof input === 'string' ? input : JSON.stringify(input);
      expectClean(await html.read(new TextEncoder().encode(page.replaceAll('\0', ''))));
    }
  });
});
