import type { Exporter } from './exporter.ts';
import type { ExportTools } from './typesetter.ts';

/** A format as a list or a dialog shows it; the exporter itself is loaded when it is asked for. */
export interface Format {
  readonly id: string;
  readonly label: { readonly fr: string; readonly en: string };
  readonly mediaType: string;
  /** Without the dot. */
  readonly extension: string;
  /** Made by the typesetter, in seconds where the others take a fraction of one. */
  readonly isTypeset?: true;
  /** Formats made of nothing but text need no tools. */
  load(tools?: ExportTools): Promise<Exporter>;
}

/** Every format of this package: one entry each, in the order in which a person is offered them. */
// oxfmt-ignore
export const formats = [
  { id: 'html', label: { fr: 'Page web', en: 'Web page' }, mediaType: 'text/html;charset=utf-8', extension: 'html', load: async () => (await import('./html/html.ts')).html },
  { id: 'pdf', label: { fr: 'PDF accessible', en: 'Accessible PDF' }, mediaType: 'application/pdf', extension: 'pdf', isTypeset: true, load: async (tools?: ExportTools) => (await import('./pdf/pdf.ts')).pdf(tools?.typesetter) },
  { id: 'docx', label: { fr: 'Word (DOCX)', en: 'Word (DOCX)' }, mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extension: 'docx', load: async () => (await import('./docx/docx.ts')).docx },
  { id: 'odt', label: { fr: 'LibreOffice (ODT)', en: 'LibreOffice (ODT)' }, mediaType: 'application/vnd.oasis.opendocument.text', extension: 'odt', load: async () => (await import('./odt/odt.ts')).odt },
  { id: 'epub', label: { fr: 'Livre (EPUB)', en: 'Book (EPUB)' }, mediaType: 'application/epub+zip', extension: 'epub', load: async () => (await import('./epub/epub.ts')).epub },
  { id: 'md', label: { fr: 'Markdown', en: 'Markdown' }, mediaType: 'text/markdown;charset=utf-8', extension: 'md', load: async () => (await import('./markdown/markdown.ts')).markdown },
  { id: 'csv', label: { fr: 'Tableau des résultats (CSV)', en: 'Table of outcomes (CSV)' }, mediaType: 'text/csv;charset=utf-8', extension: 'csv', load: async () => (await import('./csv/csv.ts')).csv },
  { id: 'ics', label: { fr: 'Actions pour l’agenda (iCalendar)', en: 'Actions for a calendar (iCalendar)' }, mediaType: 'text/calendar;charset=utf-8', extension: 'ics', load: async () => (await import('./ical/ical.ts')).ical },
  { id: 'json', label: { fr: 'Données (JSON)', en: 'Data (JSON)' }, mediaType: 'application/json', extension: 'json', load: async () => (await import('./json/json.ts')).json },
  { id: 'pdf-a', label: { fr: 'PDF pour l’archivage, avec les données', en: 'PDF for archives, with its data' }, mediaType: 'application/pdf', extension: 'archive.pdf', isTypeset: true, load: async (tools?: ExportTools) => (await import('./pdf/pdf.ts')).pdfArchive(tools?.typesetter) },
  { id: 'typst', label: { fr: 'Source Typst', en: 'Typst source' }, mediaType: 'application/zip', extension: 'typst.zip', load: async () => (await import('./typst/typst.ts')).typst },
] as const satisfies readonly Format[];

/** What `--format` and `?format=` may say. */
export type FormatId = (typeof formats)[number]['id'];

/** The format with that id, or undefined. */
export function findFormat(id: string): Format | undefined {
  return formats.find((format) => format.id === id);
}
