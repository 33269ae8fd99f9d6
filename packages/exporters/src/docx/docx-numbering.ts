import type { List } from '@plenary/report-ast';
import { xml, type Xml, xmlFile } from '../xml/xml.ts';
import { WORDPROCESSING } from './namespaces.ts';

/** The lists of a file: one description for each way of counting, and one instance for each list that counts by itself. */
export class DocxNumbering {
  readonly #instances: Xml[] = [
    xml('w:num', { 'w:numId': 1 }, abstract(0)),
    xml('w:num', { 'w:numId': 2 }, abstract(1)),
  ];

  /** The instance for a list at this depth; bullets and tasks count nothing, so they share theirs. */
  instanceFor(list: List, level: number): number {
    if (!list.ordered) return BULLETS;
    const id = this.#instances.length + 1;
    const kind = KINDS.findIndex(({ numbering }) => numbering === (list.numbering ?? 'decimal'));
    // A list of its own begins again only where that is said; without, Word goes on where the last one ended.
    const start = xml('w:startOverride', { 'w:val': list.start ?? 1 });
    this.#instances.push(
      xml('w:num', { 'w:numId': id }, abstract(kind), xml('w:lvlOverride', { 'w:ilvl': level }, start)),
    );
    return id;
  }

  file(): string {
    return xmlFile(xml('w:numbering', WORDPROCESSING, KINDS.map(description), this.#instances));
  }
}

/** Instances everybody shares. */
export const BULLETS = 1;
export const TASKS = 2;

/** How many levels Word knows; lists nested deeper stay at the last and are set in by themselves. */
export const LIST_LEVELS = 9;

/** How far a level stands in from the one above, in twentieths of a point. */
export const LIST_INDENT = 360;

const KINDS = [
  { numbering: 'bullet', format: 'bullet', texts: ['•', '–', '▪'] },
  // The sign of a task is text, so that whoever reads the file without its lists reads it, too.
  { numbering: 'task', format: 'bullet', texts: [''] },
  { numbering: 'decimal', format: 'decimal' },
  { numbering: 'a', format: 'lowerLetter' },
  { numbering: 'A', format: 'upperLetter' },
  { numbering: 'i', format: 'lowerRoman' },
  { numbering: 'I', format: 'upperRoman' },
] as const;

function abstract(id: number): Xml {
  return xml('w:abstractNumId', { 'w:val': id });
}

function description(kind: (typeof KINDS)[number], id: number): Xml {
  const levels = Array.from({ length: LIST_LEVELS }, (_, level) => {
    const text = 'texts' in kind ? (kind.texts[level % kind.texts.length] ?? '') : `%${level + 1}.`;
    const indent = { 'w:left': LIST_INDENT * (level + 1), 'w:hanging': LIST_INDENT };
    return xml(
      'w:lvl',
      { 'w:ilvl': level },
      xml('w:start', { 'w:val': 1 }),
      xml('w:numFmt', { 'w:val': kind.format }),
      kind.numbering === 'task' ? xml('w:suff', { 'w:val': 'nothing' }) : [],
      xml('w:lvlText', { 'w:val': text }),
      xml('w:lvlJc', { 'w:val': 'left' }),
      xml('w:pPr', {}, xml('w:ind', indent)),
    );
  });
  return xml(
    'w:abstractNum',
    { 'w:abstractNumId': id },
    xml('w:multiLevelType', { 'w:val': 'hybridMultilevel' }),
    levels,
  );
}
