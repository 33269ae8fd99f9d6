import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PICTURES } from '@plenary/exporters/fixtures';
import { leavesOf, nodesOf, type Report, walk } from '@plenary/report-ast';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { errorsByJing, hasOdfSchemas } from './jing.ts';
import { pagesByLibreOffice } from './libreoffice.ts';
import { readByPandoc } from './pandoc.ts';
import { findTool } from './tools.ts';
import { solid, understandingOf } from './understood.ts';
import { writeReports } from './written-reports.ts';

let written: Awaited<ReturnType<typeof writeReports>>;

beforeAll(async () => {
  written = await writeReports('odt');
}, 60_000);

afterAll(async () => {
  await rm(written.folder, { recursive: true, force: true });
});

describe.skipIf(findTool('jing') === undefined || !hasOdfSchemas())('the schema of OASIS', () => {
  /** The parts of all reports on the disk, where jing looks for them. */
  async function parts(name: string): Promise<readonly string[]> {
    const paths = Object.entries(written.reports).map(async ([report, { file }]) => {
      const at = path.join(written.folder, report, name.replaceAll('/', '-'));
      await mkdir(path.dirname(at), { recursive: true });
      await writeFile(at, unzipSync(file as Uint8Array)[name] ?? ''); // this format is made of bytes
      return at;
    });
    return Promise.all(paths);
  }

  test('finds nothing to remark in content, styles and properties', async () => {
    const all = await Promise.all(['content.xml', 'styles.xml', 'meta.xml'].map(parts));
    expect(await errorsByJing('schema', all.flat())).toBe('');
  });

  test('finds nothing to remark in the list of files, and would say so', async () => {
    const manifests = await parts('META-INF/manifest.xml');
    expect(await errorsByJing('manifest-schema', manifests)).toBe('');
    expect(await errorsByJing('schema', manifests)).toContain('error');
  });
});

describe.skipIf(findTool('pandoc') === undefined)('pandoc reads an OpenDocument text', () => {
  test.each(['summit', 'sample'] as const)('and understands what the %s report says', async (name) => {
    const { report, file } = written.reports[name];
    const { cells, ...understood } = await readByPandoc('odt', file);
    const { cells: expected, ...others } = understandingOf(report, PICTURES);
    expect(understood).toEqual(others);
    // pandoc 2 drops the rows of a head that repeats (3.10 reads them), and takes what a merged cell covers for an empty cell.
    const heads = new Set(headCells(report));
    expect(cells.filter((words) => words !== '')).toEqual(
      expected.filter((words) => words !== '' && !heads.has(words)),
    );
  });
});

/** The words of cells in rows of nothing but headers. */
function headCells(report: Report): readonly string[] {
  return [...walk(nodesOf(report))].flatMap(({ node }) =>
    node.type === 'tableRow' && node.children.every(({ header }) => header)
      ? node.children.map(({ children }) => solid(leavesOf(children).join('')))
      : [],
  );
}

describe.skipIf(findTool('libreoffice') === undefined)('LibreOffice opens an OpenDocument text', () => {
  test('of the sample, and of every node there is', async () => {
    const { sample, kitchen } = written.reports;
    const pages = await pagesByLibreOffice([sample.at, kitchen.at], written.folder);
    expect(Math.min(...pages)).toBeGreaterThan(5);
  });
});
