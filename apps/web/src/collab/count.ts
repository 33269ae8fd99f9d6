import type { Fragment, Node } from '@tiptap/pm/model';

/** How long a text is. */
export interface TextCount {
  readonly words: number;
  /** Letters, signs and blanks, as a person counts them. */
  readonly characters: number;
}

/** Counts the words and characters of a document, or of some of its blocks: all of its lines, notes among them. */
export function countOf(doc: Node | Fragment, lang: string): TextCount {
  let [words, characters] = [0, 0];
  doc.descendants((node) => {
    if (!node.inlineContent) return;
    const line = countOfLine(node, lang);
    words += line.words;
    characters += line.characters;
  });
  return { words, characters };
}

/** Counts what stands in a range of a document. */
export function countOfRange(doc: Node, from: number, to: number, lang: string): TextCount {
  return countOfText(doc.textBetween(from, to, '\n'), lang);
}

// A line is counted once for as long as nobody writes in it.
const lines = new WeakMap<Node, TextCount>();

function countOfLine(line: Node, lang: string): TextCount {
  const known = lines.get(line);
  if (known) return known;
  let text = '';
  // What is no text ends a word; a note is a line of its own.
  line.forEach((child) => {
    text += child.text ?? '\n';
  });
  const count = countOfText(text, lang);
  lines.set(line, count);
  return count;
}

function countOfText(text: string, lang: string): TextCount {
  let [words, characters] = [0, 0];
  for (const { isWordLike, segment } of segmenterOf(lang).segment(text)) {
    if (isWordLike === true) words += 1;
    if (segment !== '\n') characters += lengthOf(segment);
  }
  return { words, characters };
}

/** Letters with accents of their own are one; most segments have neither and need no look. */
function lengthOf(segment: string): number {
  if (/^[\u0020-\u02FF]*$/.test(segment)) return segment.length;
  return [...graphemes.segment(segment)].length;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(lang: string): Intl.Segmenter {
  const known = segmenters.get(lang);
  if (known) return known;
  const made = new Intl.Segmenter(lang === '' ? undefined : lang, { granularity: 'word' });
  segmenters.set(lang, made);
  return made;
}
