import type { Report } from '@plenary/report-ast';
import { type Assets, sideFiles } from '../assets.ts';
import { type Exporter, whole } from '../exporter.ts';
import { zip, type ZipEntry } from '../zip/zip.ts';
import { bookCss } from './book-css.ts';
import { bookId } from './book-id.ts';
import { type BookPage, bookPages } from './book-pages.ts';
import { type BookItem, CONTAINER, packageDocument } from './package-document.ts';

const MEDIA_TYPE = 'application/epub+zip';

/** The report as an EPUB 3 book: for reading devices and telephones, in the reader's own letters and colours. */
export const epub = {
  id: 'epub',
  mediaType: MEDIA_TYPE,
  extension: 'epub',
  write: (report, assets = new Map()) => whole(zip(entries(report, assets))),
  readBack: async (file) => {
    if (typeof file === 'string') throw new Error('A book is bytes, not text.');
    return (await import('./read-book.ts')).readBook(file);
  },
} as const satisfies Exporter;

/** The media type comes first and as it is: whoever looks at a file finds it at a fixed place. */
function entries(report: Report, assets: Assets): readonly ZipEntry[] {
  const { title, contents, chapters } = bookPages(report, assets);
  const pages = [title, contents, ...chapters];
  const pictures = sideFiles(report, assets);
  const items: readonly BookItem[] = [
    pageItem(title),
    { ...pageItem(contents), properties: 'nav' },
    ...chapters.map(pageItem),
    { id: 'style', path: 'book.css', mediaType: 'text/css', isRead: false },
    ...pictures.map(({ path, type }, index) => ({
      id: `picture-${index + 1}`,
      path,
      mediaType: type,
      ...(isCover(path, report) && { properties: 'cover-image' }),
      isRead: false,
    })),
  ];
  const id = bookId(pages.map(({ text }) => text).join('\n'));
  return [
    { path: 'mimetype', data: MEDIA_TYPE, stored: true },
    { path: 'META-INF/container.xml', data: CONTAINER },
    { path: 'book/package.opf', data: packageDocument(report, id, items) },
    ...pages.map(({ file, text }) => ({ path: `book/${file}`, data: text })),
    { path: 'book/book.css', data: bookCss(report.look) },
    ...pictures.map(({ path, bytes }) => ({ path: `book/${path}`, data: bytes, stored: true })),
  ];
}

function pageItem({ file }: BookPage): BookItem {
  const id = file.replace('.xhtml', '');
  return { id, path: file, mediaType: 'application/xhtml+xml', isRead: true };
}

function isCover(path: string, { look }: Report): boolean {
  return look?.cover !== undefined && path.startsWith(`assets/${look.cover}.`);
}
