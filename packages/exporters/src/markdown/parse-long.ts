import type { Root } from 'mdast';
import { parseMarkdown } from './grammar.ts';

/**
 * Reads a long file piece by piece, because the time the parser takes grows with the square of the number of tables in what it is
 * given. A heading at the beginning of a line ends whatever was open before it, so the pieces say together what the whole says;
 * where that is not certain, the whole is read.
 */
export function parseLong(text: string): Root {
  const pieces = REACHES_FAR.test(text) ? [text] : piecesOf(text);
  const labels = new Set(Array.from(text.matchAll(NOTE), ([, label = '']) => label));
  const children = pieces.flatMap((piece) => parseMarkdown(piece + stubsFor(piece, labels)).children);
  return { type: 'root', children: children.filter((node) => !isStub(node)) };
}

/** Definitions that count everywhere, and HTML that does not end at an empty line. */
const REACHES_FAR = /^ {0,3}(?:\[[^\]^][^\]\n]*\]:|<(?:pre|script|style|textarea|[!?]))/im;
const HEADING = /^#{1,6} /;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** The definition of a note. */
const NOTE = /^\[\^([^\]\n]+)\]:/gm;

function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  let piece: string[] = [];
  let fence = '';
  for (const line of text.split('\n')) {
    const mark = FENCE.exec(line)?.[1] ?? '';
    if (fence === '') {
      if (HEADING.test(line) && piece.length >= LINES) {
        pieces.push(piece.join('\n'));
        piece = [];
      }
      fence = mark;
    } else if (mark.startsWith(fence) && line.trim() === mark) fence = '';
    piece.push(line);
  }
  return [...pieces, piece.join('\n')];
}

/** Enough that what begins anew with each piece does not count. */
const LINES = 60;

/** A number is one only where its note is, so each piece gets a note for the numbers in it whose notes are elsewhere. */
function stubsFor(piece: string, labels: ReadonlySet<string>): string {
  const own = new Set(Array.from(piece.matchAll(NOTE), ([, label = '']) => label));
  const met = new Set(Array.from(piece.matchAll(/\[\^([^\]\n]+)\]/g), ([, label = '']) => label));
  const elsewhere = [...met].filter((label) => labels.has(label) && !own.has(label));
  return elsewhere.map((label) => `\n\n[^${label}]: ${STUB}`).join('');
}

/** In the private use area: no report holds it, and if one did, the audit would find it gone. */
const STUB = '\u{F8FF0}';

function isStub(node: Root['children'][number]): boolean {
  if (node.type !== 'footnoteDefinition') return false;
  const [only] = node.children;
  return only?.type === 'paragraph' && only.children[0]?.type === 'text' && only.children[0].value === STUB;
}
