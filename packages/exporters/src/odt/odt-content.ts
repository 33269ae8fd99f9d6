import type { Report } from '@plenary/report-ast';
import { titlePictures } from '../assets.ts';
import { fitted } from '../office/fitted.ts';
import { type OutlineEntry, outlineOf, OUTLINE_DEPTH } from '../outline.ts';
import { NO_XML, xml, type Xml, xmlFile, xmlJoined, xmlText } from '../xml/xml.ts';
import { OPEN_DOCUMENT } from './namespaces.ts';
import { odtSection } from './odt-blocks.ts';
import { odtFrame } from './odt-figure.ts';
import { odtInlines, odtLink, odtRun, odtText } from './odt-inlines.ts';
import { odtParagraph, type ParagraphOptions } from './odt-paragraph.ts';
import { fontFaces, TITLE_PAGE } from './odt-parts.ts';
import { bodyPlace, type OdtFile, type OdtPlace } from './odt-place.ts';

/** Title page, contents, and the parts of the report. */
export function contentFile(report: Report, file: OdtFile): string {
  const place = bodyPlace(file);
  const body = [
    titlePage(report, place),
    report.parts.length === 0 ? NO_XML : contents(report, place),
    ...report.parts.map((part) => odtSection(part, place)),
  ];
  return xmlFile(
    xml(
      'office:document-content',
      OPEN_DOCUMENT,
      fontFaces(),
      // Writing the body has filled them.
      xml('office:automatic-styles', {}, file.styles.xml()),
      xml('office:body', {}, xml('office:text', {}, SEQUENCES, body)),
    ),
  );
}

function titlePage(report: Report, place: OdtPlace): Xml {
  const { file } = place;
  const { title, theme, whenAndWhere, hosts } = report.summit;
  const pictures = titlePictures(report, file.assets).map((asset) => {
    const share = asset === file.assets.get(report.look?.logo ?? '') ? LOGO : COVER;
    const room = { width: file.page.textWidth, height: Math.floor(file.page.textHeight * share) };
    return { style: 'Title_20_Picture', content: odtFrame(asset, '', fitted(asset, {}, room), file) };
  });
  const lines = [
    ...pictures,
    { style: 'Title', content: odtRun(title, place) },
    ...(theme === undefined ? [] : [{ style: 'Subtitle', content: odtRun(theme, place) }]),
    { style: 'When_20_and_20_where', content: odtRun(whenAndWhere, place) },
    ...hosts.map((host) => ({ style: 'Host', content: odtRun(host, place) })),
  ];
  return xmlJoined(
    lines.map(({ style, content }, index) => {
      const options: ParagraphOptions = index === 0 ? { master: TITLE_PAGE } : {};
      return odtParagraph(style, place, content, options);
    }),
  );
}

/** The contents with their entries, and how to make them anew. */
function contents(report: Report, place: OdtPlace): Xml {
  const { words } = place.file;
  const title = { 'text:style-name': 'Contents_20_Heading' };
  const levels = Array.from({ length: HEADING_LEVELS }, (_, index) => entryTemplate(index + 1));
  const source = xml(
    'text:table-of-content-source',
    { 'text:outline-level': OUTLINE_DEPTH },
    xml('text:index-title-template', title, xmlText(words.contents)),
    levels,
  );
  const heading = xml(
    'text:index-title',
    { 'text:name': 'Contents_Head' },
    xml('text:p', title, odtText(words.contents)),
  );
  const body = xml('text:index-body', {}, heading, entries(outlineOf(report), 1, place));
  return xml(
    'text:table-of-content',
    { 'text:name': words.contents, 'text:protected': 'true' },
    source,
    body,
  );
}

function entryTemplate(level: number): Xml {
  return xml(
    'text:table-of-content-entry-template',
    { 'text:outline-level': level, 'text:style-name': `Contents_20_${Math.min(level, OUTLINE_DEPTH)}` },
    xml('text:index-entry-link-start'),
    xml('text:index-entry-chapter'),
    xml('text:index-entry-text'),
    xml('text:index-entry-tab-stop', { 'style:type': 'right', 'style:leader-char': '.' }),
    xml('text:index-entry-page-number'),
    xml('text:index-entry-link-end'),
  );
}

function entries(list: readonly OutlineEntry[], level: number, place: OdtPlace): readonly Xml[] {
  return list.flatMap(({ anchor, title, children }) => {
    const target = place.file.bookmarks.nameOf(anchor);
    const page = { 'text:reference-format': 'page', 'text:ref-name': target };
    const words = [
      odtInlines(title, place, () => NO_XML),
      xml('text:tab'),
      xml('text:bookmark-ref', page, xmlText(NO_PAGE_YET)),
    ];
    const link = odtLink(`#${target}`, xmlJoined(words), 'Index_20_Link');
    return [odtParagraph(`Contents_20_${level}`, place, link), ...entries(children, level + 1, place)];
  });
}

const SEQUENCES = xml(
  'text:sequence-decls',
  {},
  xml('text:sequence-decl', { 'text:display-outline-level': 0, 'text:name': 'Figure' }),
);
/** Stands for the number of a page until a program has laid out the pages. */
const NO_PAGE_YET = '…';
/** Levels a list of contents describes, whether it shows them or not. */
const HEADING_LEVELS = 10;
/** Shares of the height of a page. */
const LOGO = 0.1;
const COVER = 0.45;
