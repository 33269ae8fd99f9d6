import { type Imported, type Importer, UnreadableFile } from '../importer.ts';
import { blocksOf, footnotesOf } from './blocks.ts';
import { contextOf } from './context.ts';
import { parse } from './parse.ts';

/** Markdown as people keep notes in it: CommonMark with GitHub's additions, footnotes and front matter. */
export const markdown: Importer = { extensions: ['.md', '.markdown', '.mdwn', '.mkd'], read };

/**
 * The longest notes at hand, four days of them in one file, have 70 kB. The parser reads between 60 kB and 1 MB a
 * second, so this is what a person can still wait for.
 */
export const MAX_BYTES = 1024 * 1024;

function read(bytes: Uint8Array): Imported {
  const decoded = decode(bytes);
  const text = decoded.replace(CONTROL, ' ');
  const { tree, simplified } = parse(text);
  const context = contextOf(tree);
  if (text !== decoded) context.remarks.add('control-characters');
  if (simplified) context.remarks.add('formatting-as-text');
  const blocks = [...blocksOf(tree.children, context), ...footnotesOf(context)];
  return { blocks, remarks: context.remarks.list() };
}

/** UTF-8 with or without its mark; lines end with a line feed. */
function decode(bytes: Uint8Array): string {
  if (bytes.length > MAX_BYTES) throw new UnreadableFile('too-large');
  if (bytes.includes(0)) throw new UnreadableFile('binary');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableFile('not-utf8');
  }
  return text.replace(/\r\n?/g, '\n');
}

/** All but the tab and the line feed: nobody sees them, and no format of the report may hold them. */
const CONTROL = /[\u0001-\u0008\u000B-\u001F\u007F-\u009F]/g;
