import type { Inline } from '@plenary/report-ast';

/**
 * Whether words are so plain that Markdown cannot misread them, and need not be parsed to be sure: one text, alone or in
 * one mark, that begins with a letter or a quote and holds no character that begins, ends or escapes anything.
 * Most words of a report are, and the check of the others is what takes the time.
 */
export function arePlainWords(words: readonly Inline[]): boolean {
  const [node, ...others] = words;
  if (node === undefined || others.length > 0) return false;
  switch (node.type) {
    case 'text':
      return isPlain(node.value);
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'reference': {
      const [child, ...more] = node.children;
      return child?.type === 'text' && more.length === 0 && isPlain(child.value);
    }
    default:
      return false;
  }
}

function isPlain(value: string): boolean {
  return PLAIN.test(value) && !ADDRESS.test(value);
}

// First a letter or a quote: digits, dashes and signs could begin a list or a rule. Then nothing of *_~`[]<>#&\|@+=^{}$.
const PLAIN = /^[\p{L}«“][\p{L}\p{M}\p{N} ,.;:?!'’"“”«»%…–—\u00A0\u202F()/€·-]*$/u;
// What becomes a link without brackets in GitHub's dialect.
const ADDRESS = /www\.|:\/\//i;
