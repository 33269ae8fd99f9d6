/** `pnpm report [folder]`: the report of the sample summit in every format, without a server. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileSummit, exportSummit, formatIds, loadSample, runCommand } from '@plenary/operations';
import { compose } from './compose.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const target = resolve(process.argv[2] ?? join(ROOT, 'test-results/report'));
const dataDir = await mkdtemp(join(tmpdir(), 'plenary-report-'));
const { context, close } = await compose({ dataDir, publicUrl: 'http://127.0.0.1:3000' });

try {
  const { id } = await loadSample(context, 'fr');
  // One signed section, so that both states can be seen.
  await runCommand(context, 'sign-off', { summit: id, group: 'd2-wg-1' });
  await mkdir(target, { recursive: true });
  for (const format of formatIds) {
    const { file, fileName, auditMs } = await exportSummit(context, id, { format }, 'operator');
    const path = join(target, fileName);
    await writeFile(path, file);
    console.log(`${relative(process.cwd(), path)}  ${file.length} characters, audited in ${auditMs ?? 0} ms`);
  }
  const { report, input } = await compileSummit(context, id, 'fr');
  const kinds = Map.groupBy(report.outcomes, ({ kind }) => kind);
  console.log(
    `${report.summit.title}: ${input.summit.groups.length} groups, ` +
      [...kinds].map(([kind, outcomes]) => `${outcomes.length} × ${kind}`).join(', '),
  );
} finally {
  await close();
  await rm(dataDir, { recursive: true, force: true });
}
