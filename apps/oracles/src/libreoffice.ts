import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { runTool } from './tools.ts';

/**
 * How many pages LibreOffice lays each file out on. The PDF files are left in `folder`, to be looked at. It has a profile of its own for the time,
 * because two that share one wait for each other, or for the one on somebody's screen.
 */
export async function pagesByLibreOffice(
  files: readonly string[],
  folder: string,
): Promise<readonly number[]> {
  const profile = await mkdtemp(path.join(tmpdir(), 'plenary-office-'));
  try {
    const own = `-env:UserInstallation=${pathToFileURL(profile).href}`;
    await runTool('libreoffice', [own, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files]);
    return await Promise.all(files.map(async (file) => countPages(await readFile(pdfOf(file, folder)))));
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}

function pdfOf(file: string, folder: string): string {
  return path.join(folder, `${path.parse(file).name}.pdf`);
}

/** Page objects stand outside of compressed streams in the PDF 1.7 that LibreOffice writes. */
function countPages(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
