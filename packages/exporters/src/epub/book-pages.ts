import { type LanguageTag, type Report, singleLine, type Spoken, toText } from '@plenary/report-ast';
import type { Assets } from '../assets.ts';
import { languageProps, spokenProps } from '../html/direction.ts';
import { htmlBlocks } from '../html/html-blocks.ts';
import { contentsList, partContent } from '../html/html-part.ts';
import type { HtmlPlace } from '../html/html-place.ts';
import { Notes } from '../html/notes.ts';
import { tag, voidTag } from '../html/tag.ts';
import { titlePage } from '../html/title-page.ts';
import { type OutlineEntry, outlineOf } from '../outline.ts';
import { wordsFor } from '../words.ts';
import { type Xml, xmlFile, xmlLiteral, xmlText } from '../xml/xml.ts';
import { bookMedium } from './book-medium.ts';
import { bookWords } from './book-words.ts';
import { type Chapter, chaptersOf, filesByAnchor } from './chapters.ts';

/** A page of a book. */
export interface BookPage {
  readonly file: string;
  readonly text: string;
}

/** The pages of a report as a book: its title page, its contents, and its chapters in reading order. */
export function bookPages(
  report: Report,
  assets: Assets,
): { title: BookPage; contents: BookPage; chapters: readonly BookPage[] } {
  const chapters = chaptersOf(report);
  const files = filesByAnchor(chapters);
  const notes = new Notes();
  const placeIn = (file: string, level: number): HtmlPlace => ({
    level,
    words: wordsFor(report.lang),
    notes,
    assets,
    medium: bookMedium(files, file),
  });
  const page = (file: string, spoken: Spoken, body: Xml): BookPage => ({
    file,
    text: pageOf(report, spoken, body),
  });
  return {
    title: page(
      TITLE,
      {},
      tag('body', { 'epub:type': 'frontmatter' }, titlePage(report, assets, bookMedium(files, TITLE))),
    ),
    contents: page(CONTENTS, {}, contentsOf(report, chapters, placeIn(CONTENTS, 2))),
    chapters: chapters.map((chapter) =>
      page(chapter.file, chapter.part, tag('body', {}, chapterContent(chapter, placeIn(chapter.file, 2)))),
    ),
  };
}

const TITLE = 'title.xhtml';
const CONTENTS = 'contents.xhtml';

function chapterContent({ part, isFirst, blocks, file }: Chapter, place: HtmlPlace): readonly Xml[] {
  if (isFirst)
    return [
      tag('section', { id: place.medium.id(part.anchor) }, partContent({ ...part, children: blocks }, place)),
    ];
  // Its language is said by the page; notes stand at the end of each file, where their numbers lead.
  const anchor = file.replace('.xhtml', '');
  const content = htmlBlocks(blocks, place);
  const notes = place.medium.notes(place.notes.drain(), { anchor, titleId: anchor }, place);
  return [content, notes];
}

function contentsOf(report: Report, chapters: readonly Chapter[], place: HtmlPlace): Xml {
  const { titlePage: title, report: start } = bookWords(report.lang);
  const first = chapters[0]?.file ?? TITLE;
  const outline = outlineOf(report).map(plain);
  return tag('body', {}, [
    tag('nav', { 'epub:type': 'toc', role: 'doc-toc', 'aria-labelledby': '_contents' }, [
      tag('h1', { id: '_contents' }, xmlText(place.words.contents)),
      // A list must not be empty, so a report without parts leads to its title.
      outline.length === 0
        ? tag('ol', {}, landmark('titlepage', TITLE, title))
        : contentsList(outline, place),
    ]),
    tag(
      'nav',
      { 'epub:type': 'landmarks', hidden: '', 'aria-label': start },
      tag('ol', {}, [landmark('titlepage', TITLE, title), landmark('bodymatter', first, start)]),
    ),
  ]);
}

function landmark(type: string, href: string, name: string): Xml {
  return tag('li', {}, tag('a', { 'epub:type': type, href }, xmlText(name)));
}

/** A reading device makes a menu of the contents, in which there are only words. */
function plain({ title, anchor, children }: OutlineEntry): OutlineEntry {
  const value = singleLine(toText(title)).trim();
  return { anchor, title: value === '' ? [] : [{ type: 'text', value }], children: children.map(plain) };
}

function pageOf({ lang, summit }: Report, spoken: Spoken, body: Xml): string {
  const language: LanguageTag = spoken.lang ?? lang;
  const root = {
    xmlns: 'http://www.w3.org/1999/xhtml',
    'xmlns:epub': 'http://www.idpf.org/2007/ops',
    'xml:lang': language,
    ...languageProps(language),
    ...spokenProps(spoken),
  };
  const head = tag('head', {}, [
    tag('title', {}, xmlText(summit.title)),
    voidTag('link', { rel: 'stylesheet', type: 'text/css', href: 'book.css' }),
  ]);
  return xmlFile(tag('html', root, [head, body]), xmlLiteral('<!DOCTYPE html>\n'));
}
