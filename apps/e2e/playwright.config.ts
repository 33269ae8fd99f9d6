import { defineConfig, type Project } from '@playwright/test';
import { findBrowser } from './scripts/browsers.ts';

/** Chromium's own calls home would only meet a closed network on a test machine. */
const QUIET = [
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Chromium refuses its sandbox to root. */
const isRoot = process.getuid?.() === 0;

function chromium(): Project {
  const found = findBrowser('chromium');
  const executable = found?.kind === 'system' ? { executablePath: found.path } : {};
  return {
    name: 'chromium',
    use: {
      browserName: 'chromium',
      launchOptions: { ...executable, chromiumSandbox: !isRoot, args: QUIET },
    },
  };
}

/** Only where `E2E_FIREFOX=1` asks for it. A stock Firefox is driven over WebDriver BiDi, Playwright's own over its own protocol. */
function firefox(): Project[] {
  const found = process.env['E2E_FIREFOX'] === '1' ? findBrowser('firefox') : undefined;
  if (found === undefined) return [];
  const stock = { channel: 'moz-firefox', launchOptions: { executablePath: found.path } };
  return [{ name: 'firefox', use: { browserName: 'firefox', ...(found.kind === 'system' ? stock : {}) } }];
}

// Screen sizes, themes and languages are chosen inside the tests, and each test starts the server it needs.
export default defineConfig({
  testDir: 'tests',
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  // Seven groups of two writers and a restart of the server fit into this on two cores.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  outputDir: 'test-results/artifacts',
  reporter: [['list'], ['json', { outputFile: 'test-results/results.json' }]],
  // Recording draws every page again and writes into the frames that show a report, which run no script and say so.
  use: {
    trace: process.env['E2E_TRACE'] === '1' ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
  },
  projects: [chromium(), ...firefox()],
});
