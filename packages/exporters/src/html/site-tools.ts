import type { LanguageTag, Report } from '@plenary/report-ast';
import { NO_XML, type Xml, xmlText } from '../xml/xml.ts';
import { siteWords } from './site-words.ts';
import { tag, voidTag } from './tag.ts';

/** What a page on a server offers around the report, which a file that is passed on cannot. */
export interface Site {
  /** Address of the script that searches the page. */
  readonly script: string;
  /** Whether search engines may list it. */
  readonly findable: boolean;
  /** The same report in other languages. */
  readonly languages: readonly { readonly lang: LanguageTag; readonly href: string }[];
  /** The same report as files to keep. */
  readonly downloads: readonly Download[];
}

/** A file of the report that somebody can take away. */
export interface Download {
  readonly label: string;
  readonly href: string;
  /** Bytes. */
  readonly size: number;
}

/**
 * What stands between the title and the report on a published page. Search and print need the script, so they are
 * hidden until it shows them: nothing on the page does nothing.
 */
export function siteTools({ lang }: Report, site: Site): Xml {
  const words = siteWords(lang);
  const { none, one, several } = words;
  const search = tag('search', { hidden: '', 'data-none': none, 'data-one': one, 'data-several': several }, [
    tag('label', { for: '_search' }, xmlText(words.search)),
    voidTag('input', { id: '_search', type: 'search', autocomplete: 'off' }),
    tag('p', { role: 'status' }),
    tag('ol'),
  ]);
  const languages = site.languages.map(({ lang: other, href }) => {
    const link = { href, hreflang: other, lang: other, rel: 'alternate' };
    return tag('li', {}, tag('a', link, xmlText(NAMES[other] ?? other)));
  });
  const files = site.downloads.map(({ label, href, size }) =>
    tag('li', {}, tag('a', { href, download: '' }, xmlText(`${label} (${sizeIn(words.bytes, size)})`))),
  );
  return tag('div', { class: 'tools' }, [
    search,
    languages.length === 0
      ? NO_XML
      : tag('nav', { class: 'languages', 'aria-label': words.languages }, tag('ul', {}, languages)),
    tag(
      'nav',
      { class: 'downloads', 'aria-label': words.downloads },
      tag('details', {}, [tag('summary', {}, xmlText(words.downloads)), tag('ul', {}, files)]),
    ),
    tag('button', { type: 'button', id: '_print', hidden: '' }, xmlText(words.print)),
  ]);
}

/** Each language by its own name: who needs it does not read the others. */
const NAMES: Readonly<Record<string, string>> = { fr: 'Français', en: 'English' };

function sizeIn([kilobytes, megabytes]: readonly [string, string], bytes: number): string {
  const [unit, divisor] = bytes < 1_000_000 ? [kilobytes, 1000] : [megabytes, 1_000_000];
  return unit.replace('{n}', String(Math.max(1, Math.round(bytes / divisor))));
}
