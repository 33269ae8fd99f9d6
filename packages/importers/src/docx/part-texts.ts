import { UnreadableFile } from '../importer.ts';
import { scanXml, type XmlVisitor } from './scan-xml.ts';

/** The texts of one part of a Word document, paragraph by paragraph. */
export interface PartTexts {
  /** What a reader sees. */
  readonly shown: readonly string[];
  /** What somebody struck out while changes were tracked. */
  readonly deleted: readonly string[];
}

/** Fields inside one another. A table of contents has two; for each run of text all open ones are looked through. */
const MAX_FIELDS = 32;

/** Reads the texts out of a part. Throws `UnreadableFile` where the part is broken or beyond the limits. */
export function textsOfPart(xml: string): PartTexts {
  const reader = new TextReader();
  scanXml(xml, reader);
  return { shown: reader.shown.end(), deleted: reader.deleted.end() };
}

class TextReader implements XmlVisitor {
  readonly shown = new Paragraphs();
  readonly deleted = new Paragraphs();
  /** Open elements that say what the text in them is. */
  readonly #telling: string[] = [];
  /** The first of two versions of a drawing, of which a reader sees one. */
  readonly #choices: { choice: readonly string[]; hasFallback: boolean }[] = [];
  #fields = 0;

  open(name: string, tag: string): void {
    const mark = MARKS.get(name);
    if (mark !== undefined) this.#target().add(mark);
    if (name === 'fldChar') this.#countField(tag);
    if (TELLING.has(name)) this.#telling.push(name);
    if (name === 'AlternateContent') this.#choices.push({ choice: [], hasFallback: false });
    if (name === 'Choice' || name === 'Fallback') this.shown.begin();
  }

  close(name: string): void {
    if (name === 'p' || name === 'tc') {
      this.shown.endParagraph();
      this.deleted.endParagraph();
    }
    if (TELLING.has(name)) this.#telling.pop();
    if (name === 'Choice' || name === 'Fallback') this.#keepVersion(name, this.shown.take());
    if (name === 'AlternateContent') {
      const last = this.#choices.pop();
      for (const paragraph of last?.choice ?? []) this.shown.addParagraph(paragraph);
    }
  }

  text(value: string): void {
    if (this.#telling.at(-1) === 't' || this.#telling.at(-1) === 'delText') this.#target().add(value);
  }

  #keepVersion(name: string, texts: readonly string[]): void {
    const last = this.#choices.at(-1);
    if (last === undefined) return;
    const wanted = name === 'Fallback' && texts.length > 0;
    if (wanted || (!last.hasFallback && texts.length > 0)) last.choice = texts;
    last.hasFallback ||= wanted;
  }

  #target(): Paragraphs {
    if (this.#telling.includes('moveFrom')) return new Paragraphs();
    return this.#telling.includes('del') || this.#telling.includes('delText') ? this.deleted : this.shown;
  }

  #countField(tag: string): void {
    if (/fldCharType\s*=\s*["']begin/.test(tag)) this.#fields += 1;
    if (/fldCharType\s*=\s*["']end/.test(tag)) this.#fields -= 1;
    if (this.#fields > MAX_FIELDS) throw new UnreadableFile('too-deep');
  }
}

/** Text, what was struck out, and what was moved away, which stands where it was moved to. */
const TELLING: ReadonlySet<string> = new Set(['t', 'delText', 'del', 'moveFrom']);

/** What stands for itself in a text. */
const MARKS: ReadonlyMap<string, string> = new Map([
  ['tab', ' '],
  ['br', ' '],
  ['cr', ' '],
  ['noBreakHyphen', '\u2011'],
  ['softHyphen', '\u00AD'],
]);

class Paragraphs {
  #levels: { done: string[]; current: string }[] = [{ done: [], current: '' }];

  add(text: string): void {
    this.#top().current += text;
  }

  endParagraph(): void {
    const top = this.#top();
    if (top.current.trim() !== '') top.done.push(top.current.replace(/\s+/g, ' ').trim());
    top.current = '';
  }

  addParagraph(text: string): void {
    this.#top().done.push(text);
  }

  /** What follows is kept apart until it is taken. */
  begin(): void {
    this.#levels.push({ done: [], current: '' });
  }

  take(): readonly string[] {
    this.endParagraph();
    return this.#levels.length > 1 ? (this.#levels.pop()?.done ?? []) : [];
  }

  end(): readonly string[] {
    this.endParagraph();
    return this.#top().done;
  }

  #top(): { done: string[]; current: string } {
    return this.#levels.at(-1) ?? { done: [], current: '' };
  }
}
