import { type DocMark, isAllowedLink } from '@plenary/document';
import { addMarks, asCode, linkMark } from '../inline-nodes.ts';
import { attribute, type PageElement, plainText } from './page.ts';
import type { PageContext } from './page-context.ts';
import { isSame, languageOf } from './spoken.ts';

/** The marks of the text in an element, given those around it: from its name, its style and, for links, its address. */
export function marksIn(
  element: PageElement,
  around: readonly DocMark[],
  context: PageContext,
): readonly DocMark[] {
  const named = BY_NAME.get(element.tagName);
  // Google Docs puts everything it copies into `<b style="font-weight:normal">`.
  const style = attribute(element, 'style').slice(0, MAX_STYLE);
  let marks = named === undefined || isPlain(named, style) ? around : addMarks(around, [{ type: named }]);
  for (const { mark, pattern } of BY_STYLE) {
    if (pattern.test(style)) marks = addMarks(marks, [{ type: mark }]);
  }
  if (marks.some(({ type }) => type === 'code')) marks = asCode(marks);
  if (context.spoken.isSaid) marks = inLanguage(element, marks, context);
  if (LEFT_OUT.has(element.tagName)) context.remarks.add('formatting-left-out');
  return element.tagName === 'a' ? linked(element, marks, context) : marks;
}

const BY_NAME: ReadonlyMap<string, string> = new Map([
  ...['b', 'strong'].map((name) => [name, 'bold'] as const),
  ...['i', 'em', 'cite', 'dfn', 'var', 'address'].map((name) => [name, 'italic'] as const),
  ...['s', 'del', 'strike'].map((name) => [name, 'strike'] as const),
  ...['code', 'kbd', 'samp', 'tt'].map((name) => [name, 'code'] as const),
  ['sub', 'subscript'],
  ['sup', 'superscript'],
]);

/** The language of a passage, where it is another than around it. */
function inLanguage(
  element: PageElement,
  marks: readonly DocMark[],
  { spoken }: PageContext,
): readonly DocMark[] {
  const lang = languageOf(element);
  if (lang === undefined || marks.some(({ type }) => type === 'code')) return marks;
  const others = marks.filter(({ type }) => type !== 'language');
  const around = spoken.attrs.lang ?? spoken.page;
  return isSame(lang, around) ? others : [...others, { type: 'language', attrs: { lang } }];
}

const BY_STYLE = [
  { mark: 'bold', pattern: /(?:^|[;\s])font-weight:\s{0,9}(?:bold|[6-9]00)/i },
  { mark: 'italic', pattern: /(?:^|[;\s])font-style:\s{0,9}(?:italic|oblique)/i },
  { mark: 'strike', pattern: /(?:^|[;\s])text-decoration(?:-line)?:[^;]{0,40}line-through/i },
];

const LEFT_OUT: ReadonlySet<string> = new Set(['u', 'ins', 'mark']);

/** What word processors write has some hundred characters. */
const MAX_STYLE = 2_000;

function isPlain(mark: string, style: string): boolean {
  if (mark === 'bold') return /(?:^|[;\s])font-weight:\s{0,9}(?:normal|[1-4]00)/i.test(style);
  return mark === 'italic' && /(?:^|[;\s])font-style:\s{0,9}normal/i.test(style);
}

function linked(element: PageElement, marks: readonly DocMark[], context: PageContext): readonly DocMark[] {
  const written = attribute(element, 'href').trim();
  // A name to jump to, and a jump within the page, say nothing once the text stands elsewhere.
  if (written === '' || written.startsWith('#')) return marks;
  const address = absolute(written, context.address);
  if (isAllowedLink(address)) {
    const others = marks.filter(({ type }) => type !== 'link' && type !== 'code');
    return [...others, linkMark(address, attribute(element, 'title'))];
  }
  context.remarks.add('link-left-out', plainText(element.childNodes).trim() === written ? '' : written);
  return marks;
}

/** The address as it is from anywhere, blanks written as addresses have them. */
export function absolute(written: string, base: string | undefined): string {
  const address = written.replace(/[\n\t]/g, '').replaceAll(' ', '%20');
  if (base === undefined || /^[a-z][a-z0-9+.-]*:/i.test(address)) return address;
  return URL.parse(address, base)?.href ?? address;
}
