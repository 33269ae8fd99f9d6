import type { LanguageTag, Look, Report } from '@plenary/report-ast';
import type { Assets } from '../assets.ts';
import { outlineOf } from '../outline.ts';
import { wordsFor } from '../words.ts';
import { NO_XML, type Xml, xmlJoined, xmlLiteral, xmlText } from '../xml/xml.ts';
import { languageProps } from './direction.ts';
import { fontFaces } from './font-faces.ts';
import { contentsList, partContent, partSection } from './html-part.ts';
import type { HtmlPlace } from './html-place.ts';
import { Notes } from './notes.ts';
import { pageMedium } from './page-medium.ts';
import { reportCss } from './report-css.ts';
import { siteCss } from './site-css.ts';
import { type Site, siteTools } from './site-tools.ts';
import { tag, voidTag } from './tag.ts';
import { titlePage } from './title-page.ts';

/**
 * The whole page: title, contents, report. One file, no script and no request; the policy in its head says so to the
 * browser. Ids of the page itself begin with an underscore, which no anchor can hold.
 */
export function htmlPage(report: Report, assets: Assets): string {
  const body = bodyOf(report, assets, NO_XML);
  return documentOf(report, inert(assets), body, fontFaces(body) + reportCss(report.look));
}

/** The same page as a server publishes it: with what is around the report, and a script of the server's own. */
export function publishedPage(report: Report, assets: Assets, site: Site): string {
  const body = bodyOf(report, assets, siteTools(report, site));
  const robots = site.findable ? NO_XML : voidTag('meta', { name: 'robots', content: 'noindex' });
  const script = tag('script', { type: 'module', src: site.script });
  const style = fontFaces(body) + reportCss(report.look) + siteCss;
  return documentOf(report, `${inert(assets)}; script-src 'self'`, body, style, xmlJoined([robots, script]));
}

/**
 * One section by itself, as the report will print it, without title page and contents: for somebody who is about to
 * sign it. Of the report only the first part is shown.
 */
export function htmlExcerpt(report: Report, assets: Assets): string {
  const place = placeAt(2, report, assets);
  const parts = report.parts
    .slice(0, 1)
    .map((part) => tag('main', { id: part.anchor, class: 'excerpt' }, partContent(part, place)));
  return documentOf(report, inert(assets), tag('body', {}, parts), reportCss(report.look));
}

/** A page of one sentence. */
export function noticePage(lang: LanguageTag, sentence: string): string {
  const body = tag('body', {}, tag('main', { class: 'excerpt notice' }, tag('h1', {}, xmlText(sentence))));
  return documentOf({ lang, summit: { title: sentence } }, inert(new Map()), body, reportCss(undefined));
}

function bodyOf(report: Report, assets: Assets, tools: Xml): Xml {
  const words = wordsFor(report.lang);
  const place = placeAt(3, report, assets);
  const contents = tag('nav', { class: 'contents', 'aria-labelledby': '_contents' }, [
    tag('h2', { id: '_contents' }, xmlText(words.contents)),
    contentsList(outlineOf(report), place),
  ]);
  const parts = report.parts.map((part) => partSection(part, place));
  return tag('body', {}, [
    tag('a', { class: 'skip', href: '#_report' }, xmlText(words.skipToReport)),
    titlePage(report, assets, pageMedium),
    tools,
    tag('div', { class: 'page' }, [
      report.parts.length === 0 ? NO_XML : contents,
      tag('main', { id: '_report', tabindex: -1 }, parts),
    ]),
    tag('footer', {}, tag('p', {}, xmlText(report.summit.title))),
  ]);
}

function placeAt(level: number, report: Report, assets: Assets): HtmlPlace {
  return { level, words: wordsFor(report.lang), notes: new Notes(), assets, medium: pageMedium };
}

/** Fonts are in the page itself, and so are pictures, but where it is only looked at inside the application. */
function inert(assets: Assets): string {
  const isLinked = [...assets.values()].some(({ address }) => address !== undefined);
  const pictures = isLinked ? "'self' data:" : 'data:';
  return `default-src 'none'; style-src 'unsafe-inline'; img-src ${pictures}; font-src data:; base-uri 'none'; form-action 'none'`;
}

interface About {
  readonly lang: LanguageTag;
  readonly look?: Look;
  readonly summit: Pick<Report['summit'], 'title'>;
}

function documentOf(about: About, policy: string, body: Xml, style: string, more: Xml = NO_XML): string {
  const head = tag('head', {}, [
    voidTag('meta', { charset: 'utf-8' }),
    voidTag('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    voidTag('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    voidTag('meta', { name: 'color-scheme', content: 'light dark' }),
    voidTag('meta', { name: 'generator', content: 'Plenary' }),
    tag('title', {}, xmlText(about.summit.title)),
    // Of this package's making throughout: colours of the look are checked to be colours.
    tag('style', {}, xmlLiteral(style)),
    more,
  ]);
  return `<!doctype html>${tag('html', languageProps(about.lang), [head, body])}\n`;
}
