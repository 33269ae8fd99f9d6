import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { build } from 'vite';
import { longSection } from './long-section.ts';
import { VIEWPORT } from './writer-page.ts';

/** What is typed into to see what a key costs before anything of ours runs. */
export type Floor = 'contenteditable' | 'tiptap';

const STYLES = fileURLToPath(new URL('../../../web/src/features/group-editor/prose.css', import.meta.url));
const ADDRESS = 'http://floor.invalid/';

/** A page with nothing but the text, in the application's own look, and the caret at its end. */
export async function openFloorPage(browser: Browser, floor: Floor, words: number): Promise<Page> {
  const context = await browser.newContext({ locale: 'en', viewport: VIEWPORT });
  const page = await context.newPage();
  const body = `<!doctype html><meta charset="utf-8"><title>Floor</title><style>${await readFile(STYLES, 'utf8')}
    body { max-width: 46rem; margin: 40px auto; --font-text: serif; }</style><div id="text"></div>`;
  await page.route(ADDRESS, (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(ADDRESS);
  await page.addScriptTag({ content: await script() });
  await page.evaluate(`openFloor(${JSON.stringify(floor)}, ${JSON.stringify([...longSection(words)])})`);
  await page.locator('.plenary-prose').focus();
  await page.keyboard.press('Control+End');
  return page;
}

let built: Promise<string> | undefined;

function script(): Promise<string> {
  built ??= bundled();
  return built;
}

async function bundled(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: {
        entry: fileURLToPath(new URL('floor.ts', import.meta.url)),
        formats: ['iife'],
        name: 'floor',
      },
    },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const outputs = Array.isArray(made) ? made : [made];
  for (const one of outputs) {
    if ('output' in one) for (const file of one.output) if (file.type === 'chunk') return file.code;
  }
  throw new Error('Nothing was built.');
}
