/** Makes sure the browsers the end-to-end tests drive are on this machine: `node ensure-browser.ts chromium [firefox]`. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { findBrowser, type BrowserId } from './browsers.ts';

const APT_PACKAGE: Readonly<Record<BrowserId, string>> = { chromium: 'chromium', firefox: 'firefox-esr' };

const wanted = process.argv.slice(2).map(toBrowser);
const missing = wanted.filter((id) => findBrowser(id) === undefined);
if (missing.length > 0 && !installWithApt(missing)) run('playwright', ['install', ...missing]);

const found = wanted.map((id) => ({ id, path: findBrowser(id)?.path }));
for (const { id, path } of found) {
  if (path !== undefined) console.log(`${id}: ${path}`);
  else {
    console.error(
      `There is no ${id} and it could not be installed. Install it, or set E2E_${id.toUpperCase()}_PATH to one.`,
    );
    process.exitCode = 1;
  }
}

function toBrowser(argument: string): BrowserId {
  if (argument === 'chromium' || argument === 'firefox') return argument;
  throw new Error(`Unknown browser '${argument}': chromium and firefox are known.`);
}

/** Debian packages both browsers, with every library they need, and its mirrors are reachable where Playwright's are not. */
function installWithApt(ids: readonly BrowserId[]): boolean {
  const root = process.getuid?.() === 0;
  if (!isDebian() || !(root || succeeds('sudo', ['-n', 'true']))) return false;
  const apt = (...args: string[]): boolean =>
    root ? run('apt-get', args) : run('sudo', ['-n', 'apt-get', ...args]);
  // Another process may be installing; mirrors may hiccup.
  const patience = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3', '-q'];
  const names = ids.map((id) => APT_PACKAGE[id]);
  return apt(...patience, 'update') && apt(...patience, 'install', '-y', '--no-install-recommends', ...names);
}

/** Debian only: on Ubuntu the package `chromium` is an empty shell around a snap. */
function isDebian(): boolean {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

function run(command: string, args: readonly string[]): boolean {
  console.log(`$ ${[command, ...args].join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0;
}

function succeeds(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
