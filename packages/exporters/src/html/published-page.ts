import type { LanguageTag, Report } from '@plenary/report-ast';
import { toHtml } from 'hast-util-to-html';
import type { Assets } from '../assets.ts';
import { noticePage, publishedPage } from './html-page.ts';
import type { Site } from './site-tools.ts';

export type { Download, Site } from './site-tools.ts';

/** The report as the page that a server publishes: the web page, with a search, other languages and files to keep. */
export function writePublishedPage(report: Report, assets: Assets, site: Site): string {
  return `${toHtml(publishedPage(report, assets, site))}\n`;
}

/** A page of one sentence, in the look of a report, for an address where there is none. */
export function writeMissingPage(lang: LanguageTag, sentence: string): string {
  return `${toHtml(noticePage(lang, sentence))}\n`;
}
