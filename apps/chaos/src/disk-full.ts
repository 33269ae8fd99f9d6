/** `node apps/chaos/src/disk-full.ts [--seed N]`: people write while the disk fills up; root on Linux only. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createPlenary } from './process/plenary-process.ts';
import { readFresh } from './run/fresh-reader.ts';
import { judge } from './run/judge.ts';
import { createSummit, inviteWriters } from './run/summit.ts';
import { startCrew } from './writers/crew.ts';
import { readTestimony } from './writers/saved-log.ts';

const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' } } });
const folder = mkdtempSync(join(tmpdir(), 'plenary-full-'));
const disk = join(folder, 'disk');
const logs = join(folder, 'writers');
mkdirSync(disk);
mkdirSync(logs);
if (process.platform !== 'linux' || process.getuid?.() !== 0) {
  console.log('skipped: a small disk can only be made by root on Linux');
  process.exit(0);
}
execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', disk]);
const server = await createPlenary({ dataDir: join(disk, 'data') });
try {
  await server.start();
  const summit = await createSummit(server, 1);
  const plans = await inviteWriters(server, summit, 8);
  const url = `ws://127.0.0.1:${server.port}/sync`;
  const broken: string[] = [];
  let refusals = 0;
  const crew = startCrew(
    { url, folder: logs, seed: Number(values.seed), pauseMs: 60, writers: plans },
    {
      mistreated: (writer, reason) => broken.push(`${writer} was mistreated: ${reason}`),
      storage: () => {
        refusals += 1;
      },
    },
  );
  await crew.moreSaved(100, 20_000);
  fill();
  await pause(2000);
  const whileFull = crew.saved;
  await pause(2000);
  const stillFull = crew.saved;
  rmSync(join(disk, 'ballast'));
  await crew.moreSaved(50, 8000);
  // After an I/O error nothing is written any more until the operator has looked at the disk and started again.
  const restarted = crew.saved === stillFull;
  if (restarted) {
    await server.kill();
    await server.start();
    await crew.moreSaved(50, 8000);
  }
  const afterwards = crew.saved;
  await crew.rest(30_000);
  const [plan] = plans;
  const replicas = [...(await crew.report()), ...(plan === undefined ? [] : [await readFresh(url, plan)])];
  await crew.kill();
  const code = await server.leave();
  if (code !== 0) broken.push(`At the end the server left with ${code}.`);
  if (refusals === 0) broken.push('Nobody was told that the disk is full; it was not.');
  if (stillFull !== whileFull) broken.push('Edits were shown as saved while the disk was full.');
  if (afterwards === stillFull) broken.push('Nothing was saved any more after space was made.');
  broken.push(...server.accidents);
  const testimony = readTestimony(logs);
  const verdict = await judge({
    dataDir: server.dataDir,
    groups: summit.groups,
    testimony,
    replicas,
    signatures: [],
  });
  broken.push(...verdict.broken);
  const { updates, found } = verdict;
  const saved = testimony.saved.size;
  console.log(
    JSON.stringify({
      seed: values.seed,
      broken,
      refusals,
      saved,
      found,
      updates,
      whileFull,
      stillFull,
      restarted,
      afterwards,
    }),
  );
  process.exitCode = broken.length === 0 ? 0 : 3;
} finally {
  await server.kill();
  execFileSync('umount', [disk]);
  rmSync(folder, { recursive: true, force: true });
}

/** Leaves no byte free, again and again, since the server takes what it finds. */
function fill(): void {
  const ballast = join(disk, 'ballast');
  for (const size of [2 ** 20, 4096, 64]) {
    try {
      for (;;) appendFileSync(ballast, Buffer.alloc(size));
    } catch {
      // Full, for pieces of this size.
    }
  }
  console.log(`${statfsSync(disk).bavail} blocks free`);
}
