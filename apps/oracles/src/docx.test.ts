import { rm } from 'node:fs/promises';
import { readBrought } from '@plenary/importers';
import { PICTURES } from '@plenary/exporters/fixtures';
import { reportLeaves } from '@plenary/report-ast';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pagesByLibreOffice } from './libreoffice.ts';
import { errorsByOpenXmlSdk, hasOpenXmlSdk } from './open-xml-sdk.ts';
import { readByPandoc } from './pandoc.ts';
import { findTool } from './tools.ts';
import { solid, understandingOf } from './understood.ts';
import { writeReports } from './written-reports.ts';

let written: Awaited<ReturnType<typeof writeReports>>;

beforeAll(async () => {
  written = await writeReports('docx');
}, 60_000);

afterAll(async () => {
  await rm(written.folder, { recursive: true, force: true });
});

describe.skipIf(!hasOpenXmlSdk())('Microsoft’s Open XML SDK reads a Word file', () => {
  test.each(['kitchen', 'hostile', 'sample'] as const)(
    'and finds no error in the %s report',
    async (name) => {
      expect(await errorsByOpenXmlSdk(written.reports[name].at)).toEqual([]);
    },
  );
});

describe.skipIf(findTool('pandoc') === undefined)('pandoc reads a Word file', () => {
  test.each(['summit', 'sample'] as const)('and understands what the %s report says', async (name) => {
    const { report, file } = written.reports[name];
    expect(await readByPandoc('docx', file)).toEqual(understandingOf(report, PICTURES));
  });
});

describe.skipIf(findTool('libreoffice') === undefined)('LibreOffice opens a Word file', () => {
  test('of the sample, and of every node there is', async () => {
    const { sample, kitchen } = written.reports;
    const pages = await pagesByLibreOffice([sample.at, kitchen.at], written.folder);
    expect(Math.min(...pages)).toBeGreaterThan(5);
  });
});

test('Plenary’s own importer reads every word of a Word file back', async () => {
  const { report, file } = written.reports.sample;
  const { blocks } = await readBrought('report.docx', file as Uint8Array); // this format is made of bytes
  const words = solid(JSON.stringify(blocks));
  const lost = reportLeaves(report).filter(
    (leaf) => !words.includes(solid(JSON.stringify(leaf).slice(1, -1))),
  );
  expect(lost).toEqual([]);
});
