import type { Text } from 'mdast';
import { type ConstructName, defaultHandlers, type Handle, type Unsafe } from 'mdast-util-to-markdown';

/**
 * Writes a text as the library does, which looks for each of some forty patterns in each text. Here all of them are one pattern, looked for
 * once: where it finds nothing, the library would find nothing either, and the text is written as it is.
 */
export const quickText: Handle = (node: Text, parent, state, info) => {
  if (!mayMean(node.value, state.unsafe, info)) return node.value;
  return defaultHandlers.text(node, parent, state, info);
};

function mayMean(
  value: string,
  unsafe: readonly Unsafe[],
  { before, after }: { readonly before: string; readonly after: string },
): boolean {
  // A backslash means something before others; that is no pattern of the library.
  if (value.includes('\\')) return true;
  const pattern = onePattern(unsafe);
  pattern.lastIndex = before.length;
  const found = pattern.exec(before + value + after);
  return found !== null && found.index < before.length + value.length;
}

/** The list is a new one for each file, and the same for all. */
let known: RegExp | undefined;

function onePattern(unsafe: readonly Unsafe[]): RegExp {
  known ??= new RegExp([...new Set(unsafe.filter(isOfText).map(sourceOf))].join('|'), 'g');
  return known;
}

/** Whether a pattern can count where words stand. */
function isOfText({ inConstruct }: Unsafe): boolean {
  const constructs = typeof inConstruct === 'string' ? [inConstruct] : (inConstruct ?? []);
  return constructs.length === 0 || constructs.some((construct) => !ELSEWHERE.has(construct));
}

/** Where no words stand but addresses, titles and languages, for which other functions look; what cannot stand in an autolink is never written as one. */
const ELSEWHERE: ReadonlySet<ConstructName> = new Set([
  'autolink',
  'codeFencedLangGraveAccent',
  'codeFencedLangTilde',
  'codeFencedMetaGraveAccent',
  'codeFencedMetaTilde',
  'destinationLiteral',
  'destinationRaw',
  'titleApostrophe',
  'titleQuote',
]);

/** The character first, because it decides soonest; then what stands around it. What asks for more than that is taken to be met. */
function sourceOf({ character, before, after, atBreak, unicode, beforeNode, afterNode }: Unsafe): string {
  const own = /\w/.test(character)
    ? character
    : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  if (unicode === true || beforeNode !== undefined || afterNode !== undefined) return own;
  const left = (atBreak === true ? String.raw`[\r\n][\t ]*` : '') + grouped(before);
  return (
    own + (left === '' ? '' : `(?<=${left}${own})`) + (grouped(after) === '' ? '' : `(?=${grouped(after)})`)
  );
}

function grouped(pattern: string | null | undefined): string {
  return typeof pattern === 'string' ? `(?:${pattern})` : '';
}
