import type { Report } from '@plenary/report-ast';
import type { Assets } from '../assets.ts';
import { htmlExcerpt } from './html-page.ts';

/** The first part of a report as a page of its own, in the look of the web page; an inert document like it. */
export function writeExcerpt(report: Report, assets: Assets = new Map()): string {
  return htmlExcerpt(report, assets);
}
