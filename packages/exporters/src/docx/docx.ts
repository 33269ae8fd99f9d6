import { type Exporter, whole } from '../exporter.ts';
import { zip } from '../zip/zip.ts';
import { docxEntries } from './docx-package.ts';

/** What a Word file may have beside the report itself. */
export interface DocxOptions {
  /** What is still open in the report stands as comments at the boxes it is about, for the organiser to go through. */
  readonly comments: boolean;
}

/** The report as a Word file that follows Office Open XML: named styles, real notes, contents to be updated with one key. */
export const docx = docxWith({ comments: false });

/** The same format with other options. */
export function docxWith({ comments }: DocxOptions): Exporter {
  return {
    id: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
    write: (report, assets = new Map()) => whole(zip(docxEntries(report, assets, comments))),
    readBack: async (file) => (await import('./read-back.ts')).readDocx(file),
  };
}
