import type { Report } from '@plenary/report-ast';

/** Whether a font can show a character. */
export type Shows = (codePoint: number) => boolean;

/** What paper makes of a text that no font can show: the sign that stands for an unknown character. */
const UNKNOWN = '\uFFFD';

/** A report whose every character can be shown, and how many could not. */
export interface Printable {
  readonly report: Report;
  readonly replaced: ReadonlySet<string>;
}

/**
 * The same report with a sign in place of each character that no font can show, because an archive or a file that is
 * read aloud may hold none of these; and with places to break a line in words that are longer than one.
 */
export function printable(report: Report, shows: Shows): Printable {
  const replaced = new Set<string>();
  const note = (codePoint: number): boolean => {
    const isShown = shows(codePoint);
    if (!isShown) replaced.add(String.fromCodePoint(codePoint));
    return isShown;
  };
  const change = (text: string): string =>
    breakable(shownText(text.replaceAll(NOT_FOR_PAPER, '').replaceAll(BYTE_ORDER_MARK, ' '), note));
  const { summit, parts } = report;
  return { report: { ...report, summit: mapped(summit, change), parts: mapped(parts, change) }, replaced };
}

/** A text with a sign in place of each character that no font can show. */
export function shownText(text: string, shows: Shows): string {
  // Most texts are made of letters that every font has.
  if (!/[^\t\n -~\u00A0-\u017F\u2010-\u2026]/.test(text)) return text;
  return Array.from(text, (character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    return codePoint < 32 || INVISIBLE.test(character) || shows(codePoint) ? character : UNKNOWN;
  }).join('');
}

/** A text as it is read from paper: without what only steers where lines break and which way they run. */
export function visibleText(text: string): string {
  return text.replaceAll(BYTE_ORDER_MARK, ' ').replaceAll(INVISIBLE_ALL, '');
}

const INVISIBLE = /\p{Default_Ignorable_Code_Point}|\p{Cf}|[\u2028\u2029]/u;
const INVISIBLE_ALL = new RegExp(INVISIBLE, 'gu');

/** Marks that turn the direction of what follows, by which words can be made to read as others. */
const NOT_FOR_PAPER = /[\u202A-\u202E]/g;
/** A blank to every language; PDF allows none. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Longer than what fits into a narrow cell; an address that is not a link has no place to break at. */
const LONGEST_WORD = 28;

function breakable(text: string): string {
  return text.replaceAll(LONG_WORD, (word) => word.replaceAll(PLACES, '$&\u200B'));
}

const LONG_WORD = new RegExp(`[!-~]{${LONGEST_WORD},}`, 'g');
const PLACES = new RegExp(`[/._?&=:;,+-](?=[^/])|[!-~]{${LONGEST_WORD - 1}}`, 'g');

/** The same value with every string changed that is not an address. What it is made of stays as it was. */
function mapped<Value>(value: Value, change: (text: string) => string): Value {
  const map = (item: unknown, key: string): unknown => {
    if (typeof item === 'string') return NO_WORDS.has(key) ? item : change(item);
    if (Array.isArray(item)) return item.map((child) => map(child, key));
    if (typeof item !== 'object' || item === null) return item;
    const entries = Object.entries(item).map(([name, child]) => [name, map(child, name)] as const);
    return visiblyNamed(Object.fromEntries(entries));
  };
  return map(value, '') as Value; // the same keys with values of the same types
}

/**
 * A title or a link without anything to see gets something: neither may be empty in a file that is read aloud, and a
 * link could not be found.
 */
function visiblyNamed(node: Record<string, unknown>): unknown {
  const key = node['type'] === 'link' || node['type'] === 'reference' ? 'children' : 'title';
  const named = node[key];
  if (!Array.isArray(named) || visibleText(wordsIn(named)).trim() !== '') return node;
  const value = typeof node['url'] === 'string' ? node['url'] : NAMELESS;
  return { ...node, [key]: [...(named as readonly unknown[]), { type: 'text', value }] };
}

const NAMELESS = '…';

function wordsIn(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsIn).join('');
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(([key, child]) => (key === 'value' && typeof child === 'string' ? child : wordsIn(child)))
    .join('');
}

// Names and addresses: nobody sees them, and a changed one would lead elsewhere.
const NO_WORDS = new Set(['type', 'id', 'anchor', 'target', 'url', 'asset', 'lang', 'tone']);
