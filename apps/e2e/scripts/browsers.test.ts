import { expect, test } from 'vitest';
import { findBrowser, type Machine } from './browsers.ts';

function machineWith(paths: readonly string[], env: Machine['env'] = {}): Machine {
  return { env, isExecutable: (path) => paths.includes(path), managedPath: (id) => `/managed/${id}` };
}

test('a browser named by the environment comes first', () => {
  const machine = machineWith(['/my/chrome', '/managed/chromium'], { E2E_CHROMIUM_PATH: '/my/chrome' });
  expect(findBrowser('chromium', machine)).toEqual({ kind: 'system', path: '/my/chrome' });
});

test("Playwright's own comes before the system's", () => {
  const machine = machineWith(['/managed/chromium', '/usr/bin/chromium']);
  expect(findBrowser('chromium', machine)).toEqual({ kind: 'managed', path: '/managed/chromium' });
});

test("the system's package is found", () => {
  expect(findBrowser('firefox', machineWith(['/usr/bin/firefox-esr']))).toEqual({
    kind: 'system',
    path: '/usr/bin/firefox-esr',
  });
});

test('no browser is undefined', () => {
  expect(findBrowser('chromium', machineWith([]))).toBeUndefined();
});

test('a variable that names nothing is an error that says so', () => {
  const machine = machineWith([], { E2E_CHROMIUM_PATH: '/nowhere' });
  expect(() => findBrowser('chromium', machine)).toThrow(
    'E2E_CHROMIUM_PATH=/nowhere is not an executable file',
  );
});
