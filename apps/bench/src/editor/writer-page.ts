import type { Browser, CDPSession, Page } from '@playwright/test';
import { busyAfterKeys, KEY_MARK, type TraceEvent } from './main-thread.ts';

/** How much slower than this machine a tired phone is taken to be. */
export const SLOWER = 4;
/** Between two keys: slow enough that each key's work is over before the next, fast enough to be typing. */
const PAUSE_MS = 250;
/** Keys pressed before anything is counted: code is compiled, caches are filled. */
const WARM_UP = 15;

/** Somebody's browser with the section open and the caret at its end, slowed down. */
export interface WriterPage {
  /** Milliseconds the main thread was busy after each of so many keys. */
  type(keys: number): Promise<readonly number[]>;
  close(): Promise<void>;
}

/** Joins with an invitation's token and opens the group's page. */
export async function openWriterPage(
  browser: Browser,
  server: string,
  token: string,
  group: string,
): Promise<WriterPage> {
  const context = await browser.newContext({ locale: 'en', viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  // As text: it runs in the page, where there is a window.
  await page.addInitScript({
    content: `window.addEventListener('keydown', () => performance.mark('${KEY_MARK}'), { capture: true });`,
  });
  await page.goto(`${server}/join/${token}`);
  await page.getByRole('textbox').fill('Measured');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/s/**');
  await page.goto(`${server}/s/bench/g/${group}`);
  const text = page.locator('.plenary-prose');
  await text.getByRole('heading', { name: 'Part' }).first().waitFor();
  await text.focus();
  await page.keyboard.press('Control+End');
  const devtools = await context.newCDPSession(page);
  return {
    async type(keys) {
      await press(page, WARM_UP);
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
      const events = await traced(devtools, () => press(page, keys));
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
      return busyAfterKeys(events, PAUSE_MS);
    },
    close: () => context.close(),
  };
}

async function press(page: Page, keys: number): Promise<void> {
  for (let key = 0; key < keys; key += 1) {
    await page.keyboard.press(key % 6 === 5 ? 'Space' : 'e');
    await page.waitForTimeout(PAUSE_MS);
  }
}

async function traced(devtools: CDPSession, work: () => Promise<void>): Promise<readonly TraceEvent[]> {
  const events: TraceEvent[] = [];
  devtools.on('Tracing.dataCollected', ({ value }) => {
    // The protocol says no more of them than that they are objects.
    events.push(...(value as unknown as readonly TraceEvent[]));
  });
  await devtools.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: [
        'blink.user_timing',
        'toplevel',
        'devtools.timeline',
        'disabled-by-default-devtools.timeline',
      ],
    },
  });
  await work();
  const complete = new Promise<void>((resolve) => devtools.once('Tracing.tracingComplete', () => resolve()));
  await devtools.send('Tracing.end');
  await complete;
  return events;
}
