import type { ReadBack, ReportFile } from '../exporter.ts';
import { emptyShape } from '../shape.ts';
import { childNamed, childrenNamed, readXml, type XmlElement } from '../xml/read-xml.ts';
import { unzip } from '../zip/unzip.ts';
import { type OdtReading, readElement } from './odt-reader.ts';

/** An OpenDocument text as a parser of XML sees it: the words in the order of the document, notes where they are set, and what is counted. */
export function readOdt(file: ReportFile): ReadBack {
  if (typeof file === 'string') throw new TypeError('An OpenDocument text is bytes, not text.');
  const archive = unzip(file);
  const content = archive.text('content.xml');
  if (content === undefined) throw new Error('The file has no content.');
  const root = readXml(content);
  const reading: OdtReading = {
    words: [],
    shape: emptyShape(),
    parents: parentsIn(root),
    paths: new Set(archive.paths),
  };
  const body = childNamed(root, 'office:body');
  if (body !== undefined) readElement(body, reading);
  return { words: reading.words.join(''), shape: reading.shape };
}

function parentsIn(root: XmlElement): ReadonlyMap<string, string> {
  const styles = childNamed(root, 'office:automatic-styles');
  if (styles === undefined) return new Map();
  return new Map(
    childrenNamed(styles, 'style:style').flatMap(({ attributes }) => {
      const [name, parent] = [attributes['style:name'], attributes['style:parent-style-name']];
      return name === undefined || parent === undefined ? [] : [[name, parent]];
    }),
  );
}
