/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import sansPackage from '@fontsource-variable/source-sans-3/metadata.json' with { type: 'json' };
import serifPackage from '@fontsource-variable/source-serif-4/metadata.json' with { type: 'json' };
import { expect, test } from 'vitest';
import serifItalic from './fonts/source-serif-4-italic.json' with { type: 'json' };
import serif from './fonts/source-serif-4-normal.json' with { type: 'json' };
import sans from './fonts/source-sans-3-normal.json' with { type: 'json' };

const require = createRequire(import.meta.url);

test.each([
  [serifPackage.id, 'normal', serif],
  [serifPackage.id, 'italic', serifItalic],
  [sansPackage.id, 'normal', sans],
] as const)('%s %s is what its makers publish, byte for byte', (family, style, files) => {
  const folder = path.dirname(require.resolve(`@fontsource-variable/${family}/metadata.json`));
  for (const subset of ['latin', 'latin-ext'] as const) {
    const file = path.join(folder, 'files', `${family}-${subset}-wght-${style}.woff2`);
    expect(files[subset]).toBe(readFileSync(file).toString('base64'));
  }
});
