/// <reference types="node" />
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const SCRIPT = fileURLToPath(new URL('../fixtures/write-all.ts', import.meta.url));

/** SHA-256 of the kitchen sink in every format, written by a process of its own. */
function written(environment: NodeJS.ProcessEnv): string {
  return execFileSync(process.execPath, [SCRIPT], {
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  });
}

it('every format gives the same bytes in every process, time zone and locale', { timeout: 60_000 }, () => {
  const here = written({ TZ: 'UTC', LC_ALL: 'C', LANG: 'C' });
  expect(here.trim().split('\n').length).toBeGreaterThan(5);
  expect(written({ TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' })).toBe(here);
  expect(written({ TZ: 'America/St_Johns', LC_ALL: 'ar_EG.UTF-8', LANG: 'ar_EG.UTF-8' })).toBe(here);
});
