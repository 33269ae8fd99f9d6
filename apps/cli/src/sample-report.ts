/** `pnpm report [folder] [--lang fr|en]`: the report of the sample summit in every format, without a server. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compileSummit, exportSummit, formatIds, loadSample, runCommand } from '@plenary/operations';
import { compose } from './compose.ts';

/** Where `apps/docs/example-report.md` links to; git does not keep it. */
const EXAMPLE = fileURLToPath(new URL('../../docs/example', import.meta.url));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { lang: { type: 'string', default: 'fr' } },
});
const { lang } = values;
if (lang !== 'fr' && lang !== 'en') throw new Error(`--lang is fr or en, not “${lang}”.`);
const target = resolve(positionals[0] ?? EXAMPLE);
const dataDir = await mkdtemp(join(tmpdir(), 'plenary-report-'));
const { context, close } = await compose({ dataDir, publicUrl: 'http://127.0.0.1:3000' });

try {
  const { id } = await loadSample(context, lang);
  // One signed section, so that both states can be seen.
  await runCommand(context, 'sign-off', { summit: id, group: 'd2-wg-1' });
  await mkdir(target, { recursive: true });
  for (const format of formatIds) {
    const { file, fileName, auditMs } = await exportSummit(context, id, { format }, 'operator');
    const path = join(target, fileName);
    await writeFile(path, file);
    console.log(`${relative(process.cwd(), path)}  ${file.length} characters, audited in ${auditMs ?? 0} ms`);
  }
  const { report, input } = await compileSummit(context, id, lang);
  const kinds = Map.groupBy(report.outcomes, ({ kind }) => kind);
  console.log(
    `${report.summit.title}: ${input.summit.groups.length} groups, ` +
      [...kinds].map(([kind, outcomes]) => `${outcomes.length} × ${kind}`).join(', '),
  );
} finally {
  await close();
  await rm(dataDir, { recursive: true, force: true });
}
