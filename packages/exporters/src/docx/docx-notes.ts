import { xml, type Xml, xmlFile } from '../xml/xml.ts';
import { WORDPROCESSING } from './namespaces.ts';

/** The notes of a file, in the order of their numbers. */
export class DocxNotes {
  readonly #notes: Xml[] = [];

  /** Keeps a note and gives its number. */
  add(blocks: readonly Xml[]): number {
    const id = this.#notes.length + 1;
    this.#notes.push(xml('w:footnote', { 'w:id': id }, blocks));
    return id;
  }

  file(): string {
    return xmlFile(xml('w:footnotes', WORDPROCESSING, SEPARATORS, this.#notes));
  }
}

/** The lines between text and notes; Word wants both to be there. */
const SEPARATORS = (['separator', 'continuationSeparator'] as const).map((type, index) =>
  xml(
    'w:footnote',
    { 'w:type': type, 'w:id': index - 1 },
    xml(
      'w:p',
      {},
      xml('w:pPr', {}, xml('w:pStyle', { 'w:val': 'FootnoteText' })),
      xml('w:r', {}, xml(`w:${type}`)),
    ),
  ),
);
