import type { LanguageTag, Part, Report } from '@plenary/report-ast';
import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { type Assets, titlePictures } from '../assets.ts';
import { type OutlineEntry, outlineOf } from '../outline.ts';
import { type FormatWords, wordsFor } from '../words.ts';
import { pictureAddress } from './base64.ts';
import { languageProps, spokenProps } from './direction.ts';
import { heading, htmlBlocks } from './html-blocks.ts';
import { htmlInlines } from './html-inlines.ts';
import type { HtmlPlace } from './html-place.ts';
import { noteId, noteRefId, Notes } from './notes.ts';
import { reportCss } from './report-css.ts';
import { siteCss } from './site-css.ts';
import { type Site, siteTools } from './site-tools.ts';

/**
 * The whole page: title, contents, report. One file, no script and no request; the policy in its head says so to the
 * browser. Ids of the page itself begin with an underscore, which no anchor can hold.
 */
export function htmlPage(report: Report, assets: Assets): Root {
  return page(report, assets, head(report, inert(assets)), []);
}

/** The same page as a server publishes it: with what is around the report, and a script of the server's own. */
export function publishedPage(report: Report, assets: Assets, site: Site): Root {
  const style = h('style', reportCss + siteCss);
  const robots = site.findable ? [] : [h('meta', { name: 'robots', content: 'noindex' })];
  const script = h('script', { type: 'module', src: site.script });
  return page(
    report,
    assets,
    head(report, `${inert(assets)}; script-src 'self'`, [style, ...robots, script]),
    siteTools(report, site),
  );
}

function page(report: Report, assets: Assets, top: Element, tools: readonly Element[]): Root {
  const words = wordsFor(report.lang);
  const place: HtmlPlace = { level: 3, words, notes: new Notes(), assets };
  const body = h('body', [
    h('a', { className: ['skip'], href: '#_report' }, words.skipToReport),
    titlePage(report, assets),
    ...tools,
    h('div', { className: ['page'] }, [
      ...(report.parts.length === 0 ? [] : [contents(report, words)]),
      h(
        'main',
        { id: '_report', tabIndex: -1 },
        report.parts.map((part) => partSection(part, place)),
      ),
    ]),
    h('footer', h('p', report.summit.title)),
  ]);
  return documentOf(report, top, body);
}

/** A page of one sentence. */
export function noticePage(lang: LanguageTag, sentence: string): Root {
  const about = { lang, summit: { title: sentence } };
  return documentOf(
    about,
    head(about, inert(new Map())),
    h('body', h('main', { className: ['excerpt'] }, h('h1', sentence))),
  );
}

type About = Pick<Report, 'lang'> & { readonly summit: Pick<Report['summit'], 'title'> };

function documentOf(report: About, top: Element, body: Element): Root {
  return {
    type: 'root',
    children: [{ type: 'doctype' }, h('html', languageProps(report.lang), [top, body])],
  };
}

/**
 * One section by itself, as the report will print it, without title page and contents: for somebody who is about to
 * sign it. Of the report only the first part is shown.
 */
export function htmlExcerpt(report: Report, assets: Assets): Root {
  const words = wordsFor(report.lang);
  const place: HtmlPlace = { level: 2, words, notes: new Notes(), assets };
  const parts = report.parts
    .slice(0, 1)
    .map((part) =>
      h('main', { id: part.anchor, className: ['excerpt'] }, [
        heading(1, { id: titleIdOf(part) }, htmlInlines(part.title, place)),
        ...htmlBlocks(part.children, place),
        ...notesOf(part, place),
      ]),
    );
  return documentOf(report, head(report, inert(assets)), h('body', parts));
}

/** Pictures are in the page itself, or, in a page of the application, where its other pictures are. */
function inert(assets: Assets): string {
  const isLinked = [...assets.values()].some(({ address }) => address !== undefined);
  const pictures = isLinked ? "'self' data:" : 'data:';
  return `default-src 'none'; style-src 'unsafe-inline'; img-src ${pictures}; base-uri 'none'; form-action 'none'`;
}

function head(report: About, policy: string, more: readonly Element[] = [h('style', reportCss)]): Element {
  return h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('meta', { name: 'generator', content: 'Plenary' }),
    h('title', report.summit.title),
    ...more,
  ]);
}

function titlePage(report: Report, assets: Assets): Element {
  const { summit } = report;
  const pictures = titlePictures(report, assets).map((asset) =>
    h('img', { src: pictureAddress(asset), alt: '' }),
  );
  return h('header', { className: ['title-page'] }, [
    ...pictures,
    h('h1', summit.title),
    ...(summit.theme === undefined ? [] : [h('p', { className: ['theme'] }, summit.theme)]),
    h('p', { className: ['when'] }, summit.whenAndWhere),
    ...(summit.hosts.length === 0
      ? []
      : [
          h(
            'ul',
            { className: ['hosts'] },
            summit.hosts.map((host) => h('li', host)),
          ),
        ]),
  ]);
}

function contents(report: Report, words: FormatWords): Element {
  return h('nav', { className: ['contents'], ariaLabelledBy: '_contents' }, [
    h('h2', { id: '_contents' }, words.contents),
    entries(outlineOf(report)),
  ]);
}

function entries(list: readonly OutlineEntry[]): Element {
  const items = list.map(({ anchor, title, children }): ElementContent =>
    h('li', [
      // Titles in the contents have no notes, so nothing waits here to be shown.
      h('a', { href: `#${anchor}` }, htmlInlines(title, { notes: new Notes() })),
      ...(children.length === 0 ? [] : [entries(children)]),
    ]),
  );
  return h('ol', items);
}

/**
 * Only parts are landmarks with a name: a handful, and each with a title of its own. Sections inside are sections
 * without one, because many groups use the same headings and landmarks of one name cannot be told apart.
 */
function partSection(part: Part, place: HtmlPlace): Element {
  const titleId = titleIdOf(part);
  return h(
    'section',
    { className: ['part'], id: part.anchor, ariaLabelledBy: titleId, ...spokenProps(part) },
    [
      heading(2, { id: titleId }, htmlInlines(part.title, place)),
      ...htmlBlocks(part.children, place),
      ...notesOf(part, place),
      h('p', { className: ['back'] }, h('a', { href: '#_contents' }, place.words.backToContents)),
    ],
  );
}

function titleIdOf({ anchor }: Part): string {
  return `_${anchor}`;
}

/**
 * The notes of a part at its end, which is where paper has them, too. They are a landmark, so each list is named by the
 * part it belongs to.
 */
function notesOf(part: Part, place: HtmlPlace): Element[] {
  const notes = place.notes.drain();
  if (notes.length === 0) return [];
  const id = `_notes-${part.anchor}`;
  const items = notes.map(({ number, note }) =>
    h('li', { id: noteId(number), value: number }, [
      ...htmlBlocks(note.children, place),
      h('p', { className: ['back-to-text'] }, [
        h(
          'a',
          { href: `#${noteRefId(number)}`, role: 'doc-backlink', ariaLabel: place.words.backToText },
          '↩',
        ),
      ]),
    ]),
  );
  const frame = { className: ['notes'], role: 'doc-endnotes', ariaLabelledBy: `${id} ${titleIdOf(part)}` };
  return [
    h('section', frame, [
      heading(place.level, { id }, [{ type: 'text', value: place.words.notes }]),
      h('ol', items),
    ]),
  ];
}
