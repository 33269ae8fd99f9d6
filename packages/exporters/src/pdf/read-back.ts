import { asShown, type Coverage, taskSign } from '@plenary/report-ast';
import type { ReadBack } from '../exporter.ts';
import { languageProps } from '../html/direction.ts';
import type { Shape } from '../shape.ts';
import type { Chunk } from './chunk.ts';
import { withMarksOnSomething } from './bare-marks.ts';
import { lettersOf } from './letters.ts';
import { runsToTheLeft, textOf } from './logical-order.ts';
import { visibleText } from './printable.ts';
import type { PlacedChunk } from './shaped-run.ts';
import { type Element, structureOf } from './structure.ts';

/**
 * A PDF as a screen reader tells it: by its structure, with what pictures show, without what only decorates. The
 * contents and the numbers of items and notes are left out: they are of the file, not of the report. A file with text
 * from right to left is read letter by letter, because on which side of a word a sign or a blank stands there cannot be told from it.
 * `glyphs`: what its fonts can show; what they cannot reads like the character that stands for it.
 */
export async function readPdf(file: Uint8Array, glyphs: Coverage | undefined): Promise<ReadBack> {
  const { root, pictures } = await structureOf(file);
  const told: Told = { lines: [], toTheLeft: false };
  tell(root, told, false);
  const asRead = (text: string): string => {
    const shown = glyphs === undefined ? text : asShown(text, glyphs).words;
    const visible = visibleText(withMarksOnSomething(shown));
    return told.toTheLeft ? lettersOf(visible) : visible;
  };
  return { words: asRead(told.lines.join('\n')), shape: { ...shapeOf(root), pictures }, asRead };
}

/** What was told so far: one line for each stretch of text that no block interrupts. */
interface Told {
  readonly lines: string[];
  /** Whether any of it runs from right to left. */
  toTheLeft: boolean;
}

/** Tells an element, and what is in it. */
function tell(element: Element, told: Told, parentToTheLeft: boolean): void {
  const toTheLeft = element.lang === undefined ? parentToTheLeft : languageProps(element.lang).dir === 'rtl';
  let line: PlacedChunk[] = [];
  const end = (): void => {
    if (line.length > 0) told.lines.push(textOf(line, toTheLeft));
    if (toTheLeft || runsToTheLeft(line)) told.toTheLeft = true;
    line = [];
  };
  const say = (spoken: Element): void => {
    if (spoken.alt !== undefined && spoken.role === 'Figure') told.lines.push(spoken.alt);
    for (const child of spoken.children) {
      if (!isElement(child)) line.push({ ...child, element: spoken });
      else if (isInline(child)) say(child);
      else if (!isLeftOut(child)) {
        end();
        tell(child, told, toTheLeft);
      }
    }
  };
  say(element);
  end();
}

function isElement(child: Element | Chunk): child is Element {
  return 'role' in child;
}

function isInline({ role, children }: Element): boolean {
  return INLINE.has(role) || (role === 'Code' && !isBlockOfCode(children));
}

const INLINE = new Set(['Span', 'Link', 'Reference', 'Quote', 'Em', 'Strong', 'Sub', 'Annot', 'NonStruct']);

/** A block of code has a paragraph for each line. */
function isBlockOfCode(children: readonly (Element | Chunk)[]): boolean {
  return children.some((child) => isElement(child) && child.role === 'P');
}

/** The contents; and the labels of items and notes, unless one says whether a task is done. */
function isLeftOut(element: Element): boolean {
  if (element.role === 'TOC') return true;
  if (element.role !== 'Lbl') return false;
  const chunks = element.children.filter((child): child is Chunk => !isElement(child));
  const label = textOf(
    chunks.map((chunk) => ({ ...chunk, element })),
    false,
  ).trim();
  return label !== taskSign(true) && label !== taskSign(false);
}

function shapeOf(root: Element): Omit<Shape, 'pictures' | 'callouts' | 'rules'> {
  const shape = { headings: 0, items: 0, cells: 0, notes: 0, links: 0, quotations: 0, codes: 0 };
  const waiting: (Element | Chunk)[] = [root];
  for (let child = waiting.pop(); child !== undefined; child = waiting.pop()) {
    if (!isElement(child) || child.role === 'TOC' || child.role === 'Lbl') continue;
    const counted = countedAs(child);
    if (counted !== undefined) shape[counted] += 1;
    waiting.push(...child.children);
  }
  return shape;
}

function countedAs({ role, children }: Element): keyof ReturnType<typeof shapeOf> | undefined {
  switch (role) {
    case 'LI':
      return 'items';
    case 'TD':
    case 'TH':
      return 'cells';
    case 'Note':
      return 'notes';
    case 'Link':
      return 'links';
    case 'BlockQuote':
      return 'quotations';
    case 'Code':
      return isBlockOfCode(children) ? 'codes' : undefined;
    default:
      return /^H\d*$/.test(role) ? 'headings' : undefined;
  }
}
