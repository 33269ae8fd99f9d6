import type { CDPSession, Page } from '@playwright/test';
import { costOfKeys, type KeyCost, type TraceEvent } from './main-thread.ts';

/** How much slower than this machine a tired phone is taken to be. */
export const SLOWER = 4;
/** Between two keys: slow enough that each key's work is over before the next, fast enough to be typing. */
const PAUSE_MS = 250;
/** Keys pressed before anything is counted: code is compiled, caches are filled. */
const WARM_UP = 20;

/** Types into what has the focus of a page, on a processor slowed down, and says what each key cost. */
export async function typeInto(page: Page, keys: number): Promise<readonly KeyCost[]> {
  const devtools = await page.context().newCDPSession(page);
  // Chromium traces an event only where somebody hears it.
  await page.evaluate("window.addEventListener('keydown', () => undefined, { capture: true })");
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await press(page, WARM_UP);
  const events = await traced(devtools, () => press(page, keys));
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return costOfKeys(events, PAUSE_MS);
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
    traceConfig: { includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] },
  });
  await work();
  const complete = new Promise<void>((resolve) => devtools.once('Tracing.tracingComplete', () => resolve()));
  await devtools.send('Tracing.end');
  await complete;
  return events;
}
