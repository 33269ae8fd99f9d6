import type { Report } from '@plenary/report-ast';
import { withMarksOnSomething } from './bare-marks.ts';

/**
 * The same report without marks that paper may not hold, with something to see in every title and link, and with places
 * to break a line in words that are longer than one.
 */
export function printable(report: Report): Report {
  const { summit, parts } = report;
  return { ...report, summit: mapped(summit, forPaper), parts: mapped(parts, forPaper) };
}

function forPaper(text: string): string {
  const shown = withMarksOnSomething(text).replaceAll(TURNING, '').replaceAll(UNSEEN, '');
  return breakable(shown.replaceAll(BYTE_ORDER_MARK, ' '));
}

/** A text as it is read from paper: without what only steers where lines break and which way they run. */
export function visibleText(text: string): string {
  return text.replaceAll(BYTE_ORDER_MARK, ' ').replaceAll(INVISIBLE, '');
}

const INVISIBLE = /\p{Default_Ignorable_Code_Point}|\p{Cf}|[\u2028\u2029]/gu;

/** Marks that turn the direction of what follows, by which words can be made to read as others. */
const TURNING = /[\u202A-\u202E]/g;
/** What has no meaning yet and will never be seen; to the engine it is a letter, which turns the words around it. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}&&\p{Cn}]/gv;
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
