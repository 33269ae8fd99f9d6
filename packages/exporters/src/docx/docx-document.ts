import type { Report } from '@plenary/report-ast';
import { titlePictures } from '../assets.ts';
import { fitted } from '../office/fitted.ts';
import { type OutlineEntry, outlineOf, OUTLINE_DEPTH } from '../outline.ts';
import { NO_XML, xml, type Xml, xmlFile, xmlJoined } from '../xml/xml.ts';
import { docxSection } from './docx-blocks.ts';
import { docxDrawing } from './docx-figure.ts';
import { docxField, docxInlines, docxRun, FIELD_END, fieldOpening } from './docx-inlines.ts';
import { bodyPlace, type DocxFile, type DocxPlace } from './docx-place.ts';
import { WORDPROCESSING } from './namespaces.ts';
import { docxParagraph } from './paragraph.ts';

/** The main part: title page, contents, the parts of the report, and the sheet it stands on. */
export function documentFile(
  report: Report,
  file: DocxFile,
  margins: { readonly header: string; readonly footer: string },
): string {
  const place = bodyPlace(file);
  const body = xml(
    'w:body',
    {},
    titlePage(report, place),
    report.parts.length === 0 ? NO_XML : contents(report, place),
    report.parts.map((part) => docxSection(part, place)),
    sheet(place, margins),
  );
  return xmlFile(xml('w:document', WORDPROCESSING, body));
}

function titlePage(report: Report, place: DocxPlace): Xml {
  const { file } = place;
  const { title, theme, whenAndWhere, hosts } = report.summit;
  const [logoRoom, coverRoom] = [LOGO, COVER].map((share) => ({
    width: file.page.textWidth,
    height: Math.floor(file.page.textHeight * share),
  }));
  const pictures = titlePictures(report, file.assets).map((asset) => {
    const room = asset === file.assets.get(report.look?.logo ?? '') ? logoRoom : coverRoom;
    const size = fitted(asset, {}, room ?? file.page);
    return docxParagraph('TitlePicture', place, docxDrawing(asset, '', size, place));
  });
  return xmlJoined([
    ...pictures,
    docxParagraph('Title', place, file.comments.around(undefined, docxRun(title, place))),
    theme === undefined ? NO_XML : docxParagraph('Subtitle', place, docxRun(theme, place)),
    docxParagraph('WhenAndWhere', place, docxRun(whenAndWhere, place)),
    ...hosts.map((host) => docxParagraph('Host', place, docxRun(host, place))),
  ]);
}

/**
 * The contents are a field that Word works out anew when it opens the file, because only it knows the pages. Until then, and where nobody works
 * it out, the entries stand here with a link each.
 */
function contents(report: Report, place: DocxPlace): Xml {
  const { words } = place.file;
  const lines = entries(outlineOf(report), 1, place);
  const opening = fieldOpening(`TOC \\o "1-${OUTLINE_DEPTH}" \\h \\z \\u`, { dirty: true });
  const paragraphs = lines.map(({ level, link }, index) =>
    docxParagraph(`TOC${level}`, place, index === 0 ? [opening, link] : link),
  );
  const closing = docxParagraph('AfterTable', place, FIELD_END);
  const gallery = xml(
    'w:docPartObj',
    {},
    xml('w:docPartGallery', { 'w:val': CONTENTS_GALLERY }),
    xml('w:docPartUnique'),
  );
  const inside = [docxParagraph('TOCHeading', place, docxRun(words.contents, place)), ...paragraphs, closing];
  return xml('w:sdt', {}, xml('w:sdtPr', {}, gallery), xml('w:sdtContent', {}, inside));
}

/** What Word calls its own contents; its button to update them appears for nothing else. */
export const CONTENTS_GALLERY = 'Table of Contents';

function entries(
  list: readonly OutlineEntry[],
  level: number,
  place: DocxPlace,
): readonly { readonly level: number; readonly link: Xml }[] {
  return list.flatMap(({ anchor, title, children }) => {
    // Without a page: nobody here knows it, and a dotted line to nothing would stand where it is not worked out.
    const target = { 'w:anchor': place.file.bookmarks.nameOf(anchor), 'w:history': 1 };
    const link = xml(
      'w:hyperlink',
      target,
      docxInlines(title, place, () => NO_NOTE),
    );
    return [{ level, link }, ...entries(children, level + 1, place)];
  });
}

/** The sheet, its margins, and a first page without header and footer. */
function sheet(
  { file, dir }: DocxPlace,
  { header, footer }: { readonly header: string; readonly footer: string },
): Xml {
  const { width, height, margin } = file.page;
  return xml(
    'w:sectPr',
    {},
    xml('w:headerReference', { 'w:type': 'default', 'r:id': header }),
    xml('w:footerReference', { 'w:type': 'default', 'r:id': footer }),
    xml('w:pgSz', { 'w:w': width, 'w:h': height }),
    xml('w:pgMar', {
      'w:top': margin,
      'w:right': margin,
      'w:bottom': margin,
      'w:left': margin,
      'w:header': 709,
      'w:footer': 709,
      'w:gutter': 0,
    }),
    xml('w:titlePg'),
    dir === 'rtl' ? xml('w:bidi') : NO_XML,
  );
}

/** The header of every page but the first: which report this is. */
export function headerFile(report: Report, file: DocxFile): string {
  const place = bodyPlace(file);
  const words = docxParagraph('Header', place, docxRun(report.summit.title, place));
  return xmlFile(xml('w:hdr', WORDPROCESSING, words));
}

/** The footer of every page but the first: the number of the page. */
export function footerFile(file: DocxFile): string {
  const place = bodyPlace(file);
  const number = docxField('PAGE', docxRun('1', place));
  return xmlFile(xml('w:ftr', WORDPROCESSING, docxParagraph('Footer', place, number)));
}

/** Titles in the contents have no notes. */
const NO_NOTE = 0;
/** Shares of the height of a page. */
const LOGO = 0.1;
const COVER = 0.45;
