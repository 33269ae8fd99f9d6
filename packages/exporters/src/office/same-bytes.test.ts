/// <reference types="node" />
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const SCRIPT = `
  const { createHash } = await import('node:crypto');
  const { findFormat } = await import(process.argv[1] + 'src/formats.ts');
  const { kitchenSink, PICTURES } = await import(process.argv[1] + 'fixtures/reports.ts');
  for (const id of ['docx', 'odt']) {
    const exporter = await findFormat(id).load();
    const { file } = await exporter.write(kitchenSink, PICTURES);
    console.log(id, createHash('sha256').update(file).digest('hex'));
  }
`;

it('files are the same bytes in any time zone, in any language, from any folder', () => {
  const here = new URL('../../', import.meta.url);
  const run = (cwd: string, env: Readonly<Record<string, string>>): string =>
    execFileSync(process.execPath, ['--input-type=module', '-e', SCRIPT, here.href], {
      cwd,
      env: { ...process.env, ...env },
      encoding: 'utf8',
    });
  const paris = run(fileURLToPath(here), { TZ: 'Europe/Paris', LANG: 'fr_FR.UTF-8', LC_ALL: 'fr_FR.UTF-8' });
  expect(paris).toMatch(/^docx [0-9a-f]{64}\nodt [0-9a-f]{64}\n$/);
  expect(run(tmpdir(), { TZ: 'Pacific/Kiritimati', LANG: 'ar_EG.UTF-8', LC_ALL: 'C' })).toBe(paris);
  expect(run(tmpdir(), { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' })).toBe(paris);
}, 60_000);
