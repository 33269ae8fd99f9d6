import type { Browser, BrowserContext, Page } from '@playwright/test';
import { watch, type Watch } from './watch.ts';

export type Lang = 'fr' | 'en';
export type Device = 'desktop' | 'phone';

export interface VisitorOptions {
  readonly device?: Device;
  readonly lang?: Lang;
  readonly theme?: 'light' | 'dark';
  /** The address of a network in front of the server. */
  readonly through?: string;
}

/** A person's browser: a context of its own, so its own cookies and its own offline copies. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly lang: Lang;
  readonly watch: Watch;
}

const LOCALE: Readonly<Record<Lang, string>> = { fr: 'fr-FR', en: 'en-GB' };

const SCREEN = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
} as const;

/** Opens a browser for one more person. */
export async function openVisitor(
  browser: Browser,
  server: string,
  { device = 'desktop', lang = 'en', theme = 'light' }: VisitorOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: server,
    locale: LOCALE[lang],
    timezoneId: 'Europe/Paris',
    colorScheme: theme,
    acceptDownloads: true,
    ...SCREEN[device],
  });
  const watched = watch(context, server);
  return { page: await context.newPage(), context, lang, watch: watched };
}
