import type { DocNode } from '@plenary/document';
import { type Importer, UnreadableFile } from '../importer.ts';
import { Remarks } from '../remarks.ts';
import { linesOf, type PadLine } from './lines.ts';
import { padOf } from './pad.ts';

/** A file holds every key anybody pressed: a busy pad of a day has some megabytes. */
export const MAX_PAD_BYTES = 20 * 1024 * 1024;

/** What the text of a pad may come to; its history may be longer. */
export const MAX_PAD_TEXT = 1024 * 1024;

/** Etherpad's own export: the newest text of the pad; chat, earlier versions and colours of writers are listed. */
export const etherpad: Importer = {
  read: async (bytes) => {
    const pad = padOf(decode(bytes));
    if (pad.text.length > MAX_PAD_TEXT) throw new UnreadableFile('too-large');
    const remarks = new Remarks();
    const { lines, writers } = linesOf(pad, remarks);
    const blocks = blocksOf(lines, remarks);
    for (const writer of writers) remarks.add('authors-left-out', pad.authors.get(writer) ?? '');
    for (const said of pad.chat) remarks.add('chat-left-out', said);
    remarks.add('history-left-out', '', pad.versions);
    return { blocks, pictures: [], remarks: remarks.list() };
  },
};

function decode(bytes: Uint8Array): string {
  if (bytes.length > MAX_PAD_BYTES) throw new UnreadableFile('too-large');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableFile('not-utf8');
  }
}

function blocksOf(lines: readonly PadLine[], remarks: Remarks): readonly DocNode[] {
  const blocks: DocNode[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined) break;
    if (line.list !== undefined) {
      const end = endOfList(lines, at);
      blocks.push(...listsOf(lines.slice(at, end)));
      at = end - 1;
    } else if (isEmpty(line)) {
      continue;
    } else if (line.heading === undefined) {
      blocks.push({ type: 'paragraph', content: line.content });
    } else {
      if (line.heading > DEEPEST_HEADING) remarks.add('heading-level');
      const level = Math.min(DEEPEST_HEADING, line.heading);
      blocks.push({ type: 'heading', attrs: { level }, content: line.content });
    }
  }
  return blocks;
}

const DEEPEST_HEADING = 3;

/** Lines are kept apart by empty ones, as paragraphs are by themselves. */
function isEmpty({ content }: PadLine): boolean {
  return content.every(({ text }) => text?.trim() === '');
}

function endOfList(lines: readonly PadLine[], from: number): number {
  const end = lines.findIndex((line, index) => index > from && line.list === undefined);
  return end === -1 ? lines.length : end;
}

/** Lists, one in another by indentation; another kind at the same level begins another list. */
function listsOf(items: readonly PadLine[]): readonly DocNode[] {
  const lists: DocNode[] = [];
  let at = 0;
  while (at < items.length) {
    const { kind, level } = styleOf(items[at]);
    const start = styleOf(items[at]).start;
    const content: DocNode[] = [];
    while (at < items.length) {
      const style = styleOf(items[at]);
      if (style.level < level || (style.level === level && style.kind !== kind)) break;
      const inside = countDeeper(items, at + 1, level);
      content.push(itemOf(items[at], items.slice(at + 1, at + 1 + inside)));
      at += 1 + inside;
    }
    lists.push(
      kind === 'number'
        ? { type: 'orderedList', attrs: { start }, content }
        : { type: 'bulletList', content },
    );
  }
  return lists;
}

function itemOf(line: PadLine | undefined, inside: readonly PadLine[]): DocNode {
  const content = line?.content ?? [];
  const paragraph = { type: 'paragraph', ...(content.length > 0 && { content }) };
  return { type: 'listItem', content: [paragraph, ...listsOf(inside)] };
}

function countDeeper(items: readonly PadLine[], from: number, level: number): number {
  let count = 0;
  while (from + count < items.length && styleOf(items[from + count]).level > level) count += 1;
  return count;
}

function styleOf(line: PadLine | undefined): NonNullable<PadLine['list']> {
  return line?.list ?? { kind: 'bullet', level: 1, start: 1 };
}
