import type { ReadBack, ReportFile } from '../exporter.ts';
import { childNamed, childrenNamed, readXml, type XmlElement } from '../xml/read-xml.ts';
import { type Unzipped, unzip } from '../zip/unzip.ts';
import { type DocxReading, readElement } from './docx-reader.ts';
import { emptyShape } from '../shape.ts';

/** A Word file as a parser of XML sees it: the words in the order of the document, each note where its number stands, and what is counted. */
export function readDocx(file: ReportFile): ReadBack {
  if (typeof file === 'string') throw new TypeError('A Word file is bytes, not text.');
  const archive = unzip(file);
  const notes = childrenNamed(partOf(archive, 'footnotes'), 'w:footnote');
  const reading: DocxReading = {
    words: [],
    shape: emptyShape(),
    notes: new Map(notes.map((note) => [note.attributes['w:id'] ?? '', note])),
    pictures: new Set(['document', 'footnotes'].flatMap((part) => picturesOf(archive, part))),
  };
  const body = childNamed(partOf(archive, 'document'), 'w:body');
  if (body !== undefined) readElement(body, 'document', reading);
  return { words: reading.words.join(''), shape: reading.shape };
}

function partOf(archive: Unzipped, name: string): XmlElement {
  const text = archive.text(`word/${name}.xml`);
  if (text === undefined) throw new Error(`The file has no part ${name}.`);
  return readXml(text);
}

/** The relations of a part that lead to files of the archive. */
function picturesOf(archive: Unzipped, part: string): readonly string[] {
  const relations = archive.text(`word/_rels/${part}.xml.rels`);
  if (relations === undefined) return [];
  return childrenNamed(readXml(relations), 'Relationship')
    .filter(({ attributes }) => archive.bytes(`word/${attributes['Target']}`) !== undefined)
    .map(({ attributes }) => `${part} ${attributes['Id']}`);
}
