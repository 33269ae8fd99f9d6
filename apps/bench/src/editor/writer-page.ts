import type { Browser, Page } from '@playwright/test';

/** Somebody's browser with the group's section open and the caret at its end. Joins with an invitation's token. */
export async function openWriterPage(
  browser: Browser,
  server: string,
  token: string,
  group: string,
): Promise<Page> {
  const context = await browser.newContext({ locale: 'en', viewport: VIEWPORT });
  const page = await context.newPage();
  await page.goto(`${server}/join/${token}`);
  await page.getByRole('textbox').fill('Measured');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/s/**');
  await page.goto(`${server}/s/bench/g/${group}`);
  const text = page.locator('.plenary-prose');
  await text.getByRole('heading', { name: 'Part' }).first().waitFor();
  await text.focus();
  await page.keyboard.press('Control+End');
  return page;
}

/** Of every page that is typed into. */
export const VIEWPORT = { width: 1280, height: 900 };
