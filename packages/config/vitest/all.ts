import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = path.resolve(import.meta.dirname, '../../..');

/** Every package and app is a project of its own and may bring a configuration; a new one is found by itself. */
const folders = ['packages', 'apps'].flatMap((parent) =>
  readdirSync(path.join(root, parent))
    .map((name) => `${parent}/${name}`)
    .filter((folder) => folder !== 'apps/e2e' && existsSync(path.join(root, folder, 'package.json'))),
);

const projects = folders.map((folder) => {
  const at = path.join(root, folder);
  const manifest = readFileSync(path.join(at, 'package.json'), 'utf8');
  const config = ['vitest.config.ts', 'vite.config.ts'].find((file) => existsSync(path.join(at, file)));
  return {
    ...(config === undefined ? {} : { extends: path.join(at, config) }),
    test: {
      root: at,
      ...(manifest.includes('"fast-check"')
        ? { setupFiles: [path.join(import.meta.dirname, 'same-cases.ts')] }
        : {}),
    },
  };
});

/** The specs of apps/e2e belong to Playwright; only the scripts around them are tested here. */
const aroundBrowsers = {
  test: {
    name: '@plenary/e2e',
    root: path.join(root, 'apps/e2e'),
    include: ['{scripts,support}/**/*.test.ts'],
  },
};

export default defineConfig({
  test: {
    root,
    projects: [...projects, aroundBrowsers],
    reporters: ['default', ['json', { outputFile: 'test-results/unit.json' }]],
    coverage: {
      provider: 'v8',
      include: ['packages/*/src/**/*.ts', 'apps/*/src/**/*.ts'],
      reporter: ['text', 'json-summary'],
    },
  },
});
