import type { Anchor, Report } from '@plenary/report-ast';
import { xml, type Xml, xmlFile, xmlJoined, xmlText } from '../xml/xml.ts';
import { WORDPROCESSING } from './namespaces.ts';

/** What is open in a report, as comments: at the box it is about, or at the title where there is none. */
export class DocxComments {
  readonly #written: Xml[] = [];
  readonly #open = new Map<Anchor | undefined, number[]>();

  /** Without a report there are none. */
  constructor(report?: Report) {
    if (report === undefined) return;
    const anchors = new Map(report.outcomes.map(({ id, anchor }) => [id, anchor]));
    for (const { message, place } of report.diagnostics) {
      const anchor = place?.block === undefined ? undefined : anchors.get(place.block);
      const id = this.#written.length;
      this.#written.push(comment(id, message));
      this.#open.set(anchor, [...(this.#open.get(anchor) ?? []), id]);
    }
  }

  get isEmpty(): boolean {
    return this.#written.length === 0;
  }

  /** Words with the comments on what this anchor names; those without a place stand where no anchor is given. */
  around(anchor: Anchor | undefined, words: Xml): Xml {
    const ids = (this.#open.get(anchor) ?? []).map((id) => ({ 'w:id': id }));
    this.#open.delete(anchor);
    if (ids.length === 0) return words;
    const begin = ids.map((id) => xml('w:commentRangeStart', id));
    const end = ids.flatMap((id) => [
      xml('w:commentRangeEnd', id),
      xml('w:r', {}, xml('w:commentReference', id)),
    ]);
    return xmlJoined([...begin, words, ...end]);
  }

  file(): string {
    return xmlFile(xml('w:comments', WORDPROCESSING, this.#written));
  }
}

/** Without a date: nobody wrote it at a time, and the same report gives the same file. */
function comment(id: number, message: string): Xml {
  const text = xml('w:r', {}, xml('w:t', { 'xml:space': 'preserve' }, xmlText(message)));
  return xml('w:comment', { 'w:id': id, 'w:author': 'Plenary', 'w:initials': 'P' }, xml('w:p', {}, text));
}
