import { type DocNode, textOf, walk } from '@plenary/document';
import type { Remarks } from '../remarks.ts';
import type { PartTexts } from './part-texts.ts';

/**
 * Compares what the parts of a Word document say with what came into the blocks, and remarks everything that did not,
 * so that nothing is lost in silence whatever the converter makes of a document.
 */
export function remarkLeftOut(
  parts: ReadonlyMap<string, PartTexts>,
  blocks: readonly DocNode[],
  remarks: Remarks,
): void {
  const whole = textIn(blocks);
  const left = countWords(whole);
  const isThere = finder(whole);
  for (const [name, { shown, deleted }] of parts) {
    for (const text of deleted) remarks.add('deletion-left-out', text);
    const isHeader = /^word\/(?:header|footer)[^/]*$/.test(name);
    for (const text of isHeader ? new Set(shown) : shown) {
      if (isHeader) remarks.add('page-header-left-out', text);
      else if (!takeWords(text, left) && !isThere(text)) remarks.add('text-left-out', text);
    }
  }
}

/** Letters and digits; the signs around them may be said in another way. */
function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** All words; those of notes by themselves, because their number stood between two words or behind one. */
function textIn(blocks: readonly DocNode[]): string {
  const texts: string[] = [];
  const notes: string[] = [];
  walk({ type: 'doc', content: blocks }, (node) => {
    if (node.type === 'footnote') {
      notes.push(textOf(node));
      return false;
    }
    texts.push(node.text ?? ' ');
    return undefined;
  });
  return `${texts.join('')} ${notes.join(' ')}`;
}

/**
 * Looks for a text where a word may have run into its neighbour, such as into the mark of a note. It looks through all
 * of the document each time, so it does so for as many texts as a real document has at the most.
 */
function finder(whole: string): (text: string) => boolean {
  const letters = wordsOf(whole).join('');
  let looked = 0;
  return (text) => {
    looked += 1;
    return looked <= 200 && letters.includes(wordsOf(text).join(''));
  };
}

function countWords(whole: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of wordsOf(whole)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Takes the words of a text out of the count; false when one of them was not there any more. */
function takeWords(text: string, left: Map<string, number>): boolean {
  let all = true;
  for (const word of wordsOf(text)) {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    if (count <= 0) all = false;
  }
  return all;
}
