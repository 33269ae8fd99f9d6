import { accessSync, constants } from 'node:fs';
import { chromium, firefox } from '@playwright/test';

export type BrowserId = 'chromium' | 'firefox';

export interface FoundBrowser {
  /** `system`: the operating system's own build; `managed`: the one `playwright install` downloads. */
  readonly kind: 'system' | 'managed';
  readonly path: string;
}

/** What the search looks at; a test replaces it. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  isExecutable(path: string): boolean;
  /** Where Playwright would put the browser it downloads. */
  managedPath(id: BrowserId): string;
}

/**
 * Where a usable browser is, or undefined: the path in `E2E_CHROMIUM_PATH` or `E2E_FIREFOX_PATH`, then Playwright's
 * own download, then the system's package. Throws when the variable names no executable file.
 */
export function findBrowser(id: BrowserId, machine: Machine = thisMachine): FoundBrowser | undefined {
  const variable = OVERRIDE[id];
  const override = machine.env[variable];
  if (override !== undefined && override !== '') {
    if (!machine.isExecutable(override))
      throw new Error(`${variable}=${override} is not an executable file.`);
    return { kind: 'system', path: override };
  }
  const managed = machine.managedPath(id);
  if (machine.isExecutable(managed)) return { kind: 'managed', path: managed };
  const system = SYSTEM[id].find((path) => machine.isExecutable(path));
  return system === undefined ? undefined : { kind: 'system', path: system };
}

const OVERRIDE: Readonly<Record<BrowserId, string>> = {
  chromium: 'E2E_CHROMIUM_PATH',
  firefox: 'E2E_FIREFOX_PATH',
};

const SYSTEM: Readonly<Record<BrowserId, readonly string[]>> = {
  chromium: [
    '/usr/bin/chromium',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  firefox: ['/usr/bin/firefox-esr', '/Applications/Firefox.app/Contents/MacOS/firefox'],
};

const thisMachine: Machine = {
  env: process.env,
  isExecutable: (path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  },
  managedPath: (id) => (id === 'chromium' ? chromium : firefox).executablePath(),
};
