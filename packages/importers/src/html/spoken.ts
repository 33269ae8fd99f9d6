import { attribute, type PageElement } from './page.ts';

/** The language and direction of a place in a page, as far as they are not those of the whole page. */
export interface Spoken {
  /** Language of the page itself, which says nothing about the document it comes into. */
  readonly page: string;
  /**
   * Whether the page says its language as pages do, of its whole: then one that is said of some words is meant. Programs
   * that put pieces of pages into the clipboard write the setting of their dictionary around every word.
   */
  readonly isSaid: boolean;
  /** What paragraphs here say about themselves. */
  readonly attrs: { readonly lang?: string; readonly dir?: 'ltr' | 'rtl' };
}

export const UNSPOKEN: Spoken = { page: '', isSaid: false, attrs: {} };

/**
 * Language and direction in an element, given those around it. A page from right to left says so in its paragraphs;
 * a direction that goes without saying is left out, because programs write it everywhere.
 */
export function spokenIn(element: PageElement, around: Spoken): Spoken {
  const lang = languageOf(element);
  const turned = turnIn(element, around);
  if (lang === undefined && turned === undefined) return around;
  const dir = turned === undefined ? {} : { dir: turned };
  if (element.tagName === 'html' || element.tagName === 'body') {
    const own = turned === 'rtl' && lang !== undefined ? { lang } : {};
    const isSaid = around.isSaid || (element.tagName === 'html' && lang !== undefined);
    return { page: lang ?? around.page, isSaid, attrs: { ...around.attrs, ...own, ...dir } };
  }
  const before = around.attrs.lang ?? around.page;
  const isOther = lang !== undefined && !isSame(lang, before);
  return { ...around, attrs: { ...around.attrs, ...(isOther && { lang }), ...dir } };
}

/** Whether two tags name one language. */
export function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** The language that an element says. */
export function languageOf(element: PageElement): string | undefined {
  const written =
    ['data-lang', 'lang', 'xml:lang'].map((name) => attribute(element, name)).find(Boolean) ?? '';
  return LANGUAGE.test(written) ? written : undefined;
}

function turnIn(element: PageElement, { attrs }: Spoken): 'ltr' | 'rtl' | undefined {
  const written = (attribute(element, 'data-dir') || attribute(element, 'dir')).toLowerCase();
  if (written === 'rtl') return 'rtl';
  return written === 'ltr' && attrs.dir === 'rtl' ? 'ltr' : undefined;
}

/** A language, a script, a country: what people write; the many further parts of a tag are for librarians. */
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z]{4})?(?:-[a-z]{2})?$/i;
