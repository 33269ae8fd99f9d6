import type { Report } from '@plenary/report-ast';
import { NO_XML, xml, type Xml, xmlFile, xmlLiteral, xmlText } from '../xml/xml.ts';
import { bookWords } from './book-words.ts';

/** A file of a book, as the package document lists it. */
export interface BookItem {
  readonly id: string;
  readonly path: string;
  readonly mediaType: string;
  readonly properties?: string;
  /** Whether it is read, in the order of the list; what is not is looked up. */
  readonly isRead: boolean;
}

/** The package document: what the book is, which files it has, and in which order they are read. */
export function packageDocument(report: Report, id: string, items: readonly BookItem[]): string {
  const manifest = items.map(({ id: item, path, mediaType, properties }) =>
    xml('item', { id: item, href: path, 'media-type': mediaType, properties }),
  );
  const spine = items.filter(({ isRead }) => isRead).map((item) => xml('itemref', { idref: item.id }));
  const root = {
    xmlns: 'http://www.idpf.org/2007/opf',
    version: '3.0',
    'unique-identifier': 'id',
    'xml:lang': report.lang,
  };
  return xmlFile(
    xml('package', root, metadata(report, id, items), xml('manifest', {}, manifest), xml('spine', {}, spine)),
  );
}

/** Where a reading device finds the package document. */
export const CONTAINER = xmlFile(
  xmlLiteral(
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>' +
      '<rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
  ),
);

function metadata(report: Report, id: string, items: readonly BookItem[]): Xml {
  const { summit, lang, parts } = report;
  const hasPictures = items.some(({ mediaType }) => mediaType.startsWith('image/'));
  const languages = [...new Set([lang, ...parts.flatMap((part) => part.lang ?? [])])];
  const about = (property: string, values: readonly string[]): readonly Xml[] =>
    values.map((value) => meta(`schema:${property}`, value));
  return xml(
    'metadata',
    { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
    xml('dc:identifier', { id: 'id' }, xmlText(id)),
    xml('dc:title', {}, xmlText(summit.title)),
    languages.map((language) => xml('dc:language', {}, xmlText(language))),
    summit.hosts.map((host) => xml('dc:creator', {}, xmlText(host))),
    summit.theme === undefined ? NO_XML : xml('dc:description', {}, xmlText(summit.theme)),
    meta('dcterms:modified', modifiedAt(report)),
    about('accessMode', hasPictures ? ['textual', 'visual'] : ['textual']),
    about('accessModeSufficient', ['textual']),
    about('accessibilityFeature', [
      'structuralNavigation',
      'tableOfContents',
      'readingOrder',
      'ARIA',
      ...(hasPictures ? ['alternativeText'] : []),
    ]),
    about('accessibilityHazard', ['none']),
    about('accessibilitySummary', [bookWords(lang).accessibility]),
  );
}

function meta(property: string, value: string): Xml {
  return xml('meta', { property }, xmlText(value));
}

/** The newest signature in it: a book says when it was changed, and the same report must give the same book. */
function modifiedAt({ generatedFrom }: Report): string {
  const signed = Object.values(generatedFrom).flatMap(({ signedOff }) => signedOff?.at ?? []);
  const newest = signed
    .map((at) => at.replace(/\.\d+Z$/, 'Z'))
    .toSorted()
    .at(-1);
  return newest !== undefined && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(newest) ? newest : NEVER;
}

/** The date of the files in the archive. */
const NEVER = '1980-01-01T00:00:00Z';
