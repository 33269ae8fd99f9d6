import type { DocMark, DocNode } from '@plenary/document';
import { joined, linkMark, text } from '../inline-nodes.ts';
import type { Remarks } from '../remarks.ts';
import type { Pad } from './pad.ts';

/** A line of a pad. */
export interface PadLine {
  readonly content: readonly DocNode[];
  /** What the line is an item of, such as `bullet` or `number`, and how far it is indented; undefined for plain text. */
  readonly list: { readonly kind: string; readonly level: number; readonly start: number } | undefined;
  /** Level of a heading. */
  readonly heading: number | undefined;
}

/** The lines of a pad with their formatting, and who wrote them. Formatting that cannot be kept is remarked. */
export function linesOf(
  pad: Pad,
  remarks: Remarks,
): { readonly lines: readonly PadLine[]; readonly writers: ReadonlySet<string> } {
  const lines: PadLine[] = [];
  const writers = new Set<string>();
  let stretches: Stretch[] = [];
  for (const stretch of stretchesOf(pad, remarks)) {
    const writer = stretch.attributes.get('author');
    if (writer) writers.add(writer);
    // A stretch may go over the ends of lines.
    const [first = '', ...others] = stretch.text.split('\n');
    if (first !== '') stretches.push({ ...stretch, text: first });
    for (const part of others) {
      lines.push(lineOf(stretches, remarks));
      stretches = part === '' ? [] : [{ ...stretch, text: part }];
    }
  }
  if (stretches.length > 0) lines.push(lineOf(stretches, remarks));
  return { lines, writers };
}

interface Stretch {
  readonly text: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** `*1*a|2+1c`: attributes by number, how many lines end in the stretch, its length; all in base 36. */
const OPERATION = /((?:\*[0-9a-z]+)*)(?:\|[0-9a-z]+)?\+([0-9a-z]+)/y;

function stretchesOf(pad: Pad, remarks: Remarks): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  OPERATION.lastIndex = 0;
  while (at < pad.text.length) {
    const found = OPERATION.exec(pad.attribs);
    if (found === null) break;
    const end = at + Number.parseInt(found[2] ?? '', 36);
    const numbers = (found[1] ?? '').split('*').filter(Boolean);
    stretches.push({ text: pad.text.slice(at, end), attributes: new Map(named(numbers, pad)) });
    at = end;
  }
  if (at < pad.text.length) {
    // The words count, whatever was said about them.
    stretches.push({ text: pad.text.slice(at), attributes: new Map() });
    remarks.add('formatting-left-out');
  }
  return stretches;
}

function named(numbers: readonly string[], pad: Pad): readonly (readonly [string, string])[] {
  return numbers.flatMap((number) => {
    const pair = pad.pool.get(number);
    return pair === undefined ? [] : [pair];
  });
}

function lineOf(stretches: readonly Stretch[], remarks: Remarks): PadLine {
  const [first, ...others] = stretches;
  // A line with a style of its own begins with a star that nobody sees.
  const isMarked =
    MARKERS.some((name) => first?.attributes.has(name)) && first?.text.startsWith('*') === true;
  const seen = isMarked && first ? [{ ...first, text: first.text.slice(1) }, ...others] : stretches;
  const style = isMarked ? first.attributes : undefined;
  return {
    content: joined(seen.flatMap((stretch) => linked(stretch.text, marksOf(stretch, remarks)))),
    list: listOf(style),
    heading: headingOf(style) ?? headingOf(first?.attributes),
  };
}

const MARKERS = ['lmkr', 'list', 'heading'];

/** Etherpad shows addresses as links without being told. */
function linked(line: string, marks: readonly DocMark[]): readonly DocNode[] {
  if (marks.some(({ type }) => type === 'code')) return text(line, marks);
  return line
    .split(ADDRESS)
    .flatMap((part, index) => text(part, index % 2 === 1 ? [...marks, linkMark(part, '')] : marks));
}

/** What ends a sentence or a bracket does not belong to the address before it. */
const ADDRESS = /(https?:\/\/[^\s<>"'`]{1,2000}(?<![.,;:!?)\]}]))/;

/** Etherpad's own limit. */
const MAX_LEVEL = 16;

function listOf(style: ReadonlyMap<string, string> | undefined): PadLine['list'] {
  const [, kind, level] = /^([a-z]{1,20})(\d{1,4})$/.exec(style?.get('list') ?? '') ?? [];
  if (kind === undefined) return undefined;
  // Inside another list the number is that of the item around it.
  const start = level === '1' ? /^\d{1,6}$/.exec(style?.get('start') ?? '')?.[0] : undefined;
  return {
    kind,
    level: Math.min(MAX_LEVEL, Math.max(1, Number(level))),
    start: start === undefined ? 1 : Number(start),
  };
}

function headingOf(style: ReadonlyMap<string, string> | undefined): number | undefined {
  const level = /^h([1-6])$/.exec(style?.get('heading') ?? '')?.[1];
  if (level !== undefined) return Number(level);
  return [1, 2].find((old) => style?.get(`heading${old}`) === 'true');
}

function marksOf({ attributes }: Stretch, remarks: Remarks): readonly DocMark[] {
  if (LEFT_OUT.some((name) => attributes.get(name) === 'true')) remarks.add('formatting-left-out');
  const marks = KEPT.filter(([name]) => attributes.get(name) === 'true').map(([, type]) => ({ type }));
  return marks.some(({ type }) => type === 'code') ? [{ type: 'code' }] : marks;
}

const KEPT = [
  ['bold', 'bold'],
  ['italic', 'italic'],
  ['strikethrough', 'strike'],
  ['code', 'code'],
] as const;
const LEFT_OUT = ['underline', 'sub', 'sup'];
