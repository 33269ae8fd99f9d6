import type { Inline } from '@plenary/report-ast';

/**
 * Whether words are so plain that Markdown cannot misread them, and need not be parsed to be sure: texts without a character that begins,
 * ends or escapes anything, the first of which begins with a letter or a quote; and among them marks around words, links and notes, where
 * what stands beside them cannot change what they are. Most words of a report are, and the check of the others is what takes the time.
 */
export function arePlainWords(words: readonly Inline[]): boolean {
  const outline = outlineOf(words);
  return outline !== undefined && PLAIN.test(outline) && !ADDRESS.test(outline);
}

/** The words with a sign at either end of each mark and link and one for each note, or undefined where one of them is not plain by itself. */
function outlineOf(nodes: readonly Inline[]): string | undefined {
  let outline = '';
  for (const node of nodes) {
    const piece = pieceOf(node);
    if (piece === undefined) return undefined;
    outline += piece;
  }
  return outline;
}

function pieceOf(node: Inline): string | undefined {
  switch (node.type) {
    case 'text':
      return ONLY_TEXT.test(node.value) ? node.value : undefined;
    case 'span':
      // Nothing is written for it but what is in it.
      return outlineOf(node.children);
    case 'emphasis':
    case 'strong':
    case 'delete':
      return around('*', node.children, '*');
    case 'link':
      return URL.test(node.url) ? around('[', node.children, ']') : undefined;
    case 'reference':
      return around('[', node.children, ']');
    case 'footnote':
      return '^';
    default:
      return undefined;
  }
}

/** One text between two signs; what holds more than that is not plain. */
function around(open: string, children: readonly Inline[], close: string): string | undefined {
  const [child, ...more] = children;
  if (child?.type !== 'text' || more.length > 0 || !ONLY_TEXT.test(child.value)) return undefined;
  return open + child.value + close;
}

/** A letter or a digit, and what is written above or below it. */
const WORD = String.raw`\p{L}\p{M}\p{N}`;
/** What a text may hold: nothing of *_~`[]<>#&\|@+=^{}$, so the signs of an outline are never taken for it. */
const TEXT = String.raw`${WORD} ,.;:?!'’"“”«»%…–—\u00A0\u202F()/€·-`;
/** A mark opens and closes for sure where it begins and ends with a letter or a digit, and no letter or digit touches it. */
const MARK = String.raw`(?<![${WORD}*\]^])\*[\p{L}\p{N}](?:[${TEXT}]*[\p{L}\p{N}])?\*(?![${WORD}*[])`;
/** After an exclamation mark it would be a picture. */
const LINK = String.raw`(?<![!*\]^])\[(?![ \u00A0\u202F])[${TEXT}]+\](?![*[])`;
/** At the beginning it could be the note itself; before a bracket something else begins. */
const NOTE = String.raw`(?<![!^])\^(?![(:[^*])`;

// First a letter or a quote: digits, dashes and signs could begin a list or a rule.
const PLAIN = new RegExp(`^(?=[\\p{L}«“*[])(?:[${TEXT}]|${MARK}|${LINK}|${NOTE})+$`, 'u');
const ONLY_TEXT = new RegExp(`^[${TEXT}]+$`, 'u');
// What becomes a link without brackets in GitHub's dialect.
const ADDRESS = /www\.|:\/\//i;
/** An address that ends where it seems to end. */
const URL = /^https?:\/\/[\w./?=&%:,;@+~#-]+$/;
