import { UnreadableFile } from '../importer.ts';

/**
 * Nesting that is still read. People write five or six levels; the sync server takes 64 levels of nodes, of which
 * a list uses two; the parser would run out of stack at some thousands.
 */
export const MAX_DEPTH = 24;

/** Refuses, before the parser sees it, a line with more quote and list markers at its start than may be nested. */
export function refuseDeepLines(text: string): void {
  for (const line of text.split('\n')) {
    if (line.length > MAX_DEPTH && !RULE.test(line) && markers(line) > MAX_DEPTH) {
      throw new UnreadableFile('too-deep');
    }
  }
}

/**
 * The parser's constructs to switch off for this file. Matching pairs takes time that grows with the square of their
 * number in one paragraph: 50,000 stars took 47 seconds. Where there are so many that no person wrote them, they
 * are read as plain signs.
 */
export function constructsToSkip(text: string): readonly string[] {
  return COSTLY.flatMap(({ sign, constructs }) => (isTooMuch(text, sign) ? constructs : []));
}

/** Signs, and the parser's names of what looks back over all of them in the paragraph. */
const COSTLY = [
  { sign: /[*_~]+/g, constructs: ['attention', 'strikethrough'] },
  {
    sign: /[[\]]/g,
    constructs: [
      'labelStartLink',
      'labelStartImage',
      'labelEnd',
      'gfmPotentialFootnoteCall',
      'gfmFootnoteCall',
    ],
  },
  // Anything that is more than letters, and every line (its start): addresses without brackets look back over it.
  { sign: /^|[*_~`[\]<&\\]+/g, constructs: ['wwwAutolink', 'protocolAutolink', 'emailAutolink'] },
];

/**
 * The same text with an empty line after every so many lines of one paragraph. The parser moves all that follows for
 * each line it joins: 30,000 lines took 24 seconds, in pieces they take one. Code between fences is left alone.
 */
export function splitLongParagraphs(text: string): string {
  let [fenced, length] = [false, 0];
  const lines = text.split('\n');
  if (lines.length <= MAX_LINES) return text;
  return lines
    .map((line) => {
      if (FENCE.test(line)) fenced = !fenced;
      length = fenced || line.trim() === '' || STARTS_ANEW.test(line) ? 0 : length + 1;
      return length > 0 && length % MAX_LINES === 0 ? `${line}\n` : line;
    })
    .join('\n');
}

/** A paragraph of thirty pages. */
const MAX_LINES = 1_000;
const FENCE = /^[ \t>]*(?:`{3,}[^`]*|~{3,}.*)$/;

/** In one paragraph or list item: about 20 ms. Real texts have some dozens. */
const MAX_IN_PARAGRAPH = 1_000;
/** Between two empty lines, such as in a long table with some bold words in every row: under a second. */
const MAX_IN_BLOCK = 10_000;
/** In the whole file, so that many blocks at the limit stay within some seconds. */
const MAX_IN_FILE = 50_000;

function isTooMuch(text: string, sign: RegExp): boolean {
  let [file, block, paragraph] = [0, 0, 0];
  for (const line of text.split('\n')) {
    const found = line.match(sign)?.length ?? 0;
    if (line.trim() === '') block = 0;
    if (block === 0 || STARTS_ANEW.test(line)) paragraph = 0;
    file += found;
    block += found;
    paragraph += found;
    if (paragraph > MAX_IN_PARAGRAPH || block > MAX_IN_BLOCK || file > MAX_IN_FILE) return true;
  }
  return false;
}

const STARTS_ANEW = /^[ \t>]*(?:[-+*][ \t]|\d{1,9}[.)][ \t])|\|/;
/** `* * * *` is a rule across the page, however long. */
const RULE = /^[ \t]*(?:(?:-[ \t]*)+|(?:\*[ \t]*)+)$/;
const MARKER = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;

function markers(line: string): number {
  let count = 0;
  MARKER.lastIndex = 0;
  while (count <= MAX_DEPTH && MARKER.test(line)) count += 1;
  return count;
}
