/** Makes sure the programs that judge exported files are on this machine, where it can: `node ensure-oracles.ts`. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { findTool, TOOLS } from '../src/tools.ts';

const missing = TOOLS.filter(({ id }) => findTool(id) === undefined);
if (missing.length > 0) installWithApt(missing.map(({ debian }) => debian));

for (const { id, debian, proves } of TOOLS) {
  const found = findTool(id);
  // It is no error: somebody without these programs can work on everything else.
  console.log(
    found === undefined
      ? `${id}: not here, so nothing checks ${proves}. Install it (Debian: ${debian}).`
      : `${id}: ${found}`,
  );
}

function installWithApt(names: readonly string[]): void {
  const root = process.getuid?.() === 0;
  if (!isDebian() || !(root || succeeds('sudo', ['-n', 'true']))) return;
  const apt = (...args: string[]): boolean =>
    root ? run('apt-get', args) : run('sudo', ['-n', 'apt-get', ...args]);
  // Another process may be installing; mirrors may hiccup.
  const patience = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3', '-qq'];
  if (apt(...patience, 'update')) apt(...patience, 'install', '-y', '--no-install-recommends', ...names);
}

function isDebian(): boolean {
  try {
    return /^ID(?:_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

function run(command: string, args: readonly string[]): boolean {
  console.log(`$ ${[command, ...args].join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
}

function succeeds(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
