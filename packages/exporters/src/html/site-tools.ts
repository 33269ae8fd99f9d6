import type { LanguageTag, Report } from '@plenary/report-ast';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { siteWords } from './site-words.ts';

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
export function siteTools({ lang }: Report, site: Site): readonly Element[] {
  const words = siteWords(lang);
  const search = h(
    'search',
    { hidden: true, dataNone: words.none, dataOne: words.one, dataSeveral: words.several },
    [
      h('label', { for: '_search' }, words.search),
      h('input', { id: '_search', type: 'search', autoComplete: 'off' }),
      h('p', { role: 'status' }),
      h('ol'),
    ],
  );
  const languages = site.languages.map(({ lang: other, href }) =>
    h('li', h('a', { href, hrefLang: other, lang: other, rel: 'alternate' }, NAMES[other] ?? other)),
  );
  const files = site.downloads.map(({ label, href, size }) =>
    h('li', h('a', { href, download: true }, `${label} (${sizeIn(words.bytes, size)})`)),
  );
  return [
    h('div', { className: ['tools'] }, [
      search,
      h('button', { type: 'button', id: '_print', hidden: true }, words.print),
      ...(languages.length === 0
        ? []
        : [h('nav', { className: ['languages'], ariaLabel: words.languages }, h('ul', languages))]),
      h('nav', { className: ['downloads'], ariaLabel: words.downloads }, [
        h('details', [h('summary', words.downloads), h('ul', files)]),
      ]),
    ]),
  ];
}

/** Each language by its own name: who needs it does not read the others. */
const NAMES: Readonly<Record<string, string>> = { fr: 'Français', en: 'English' };

function sizeIn([kilobytes, megabytes]: readonly [string, string], bytes: number): string {
  const [unit, divisor] = bytes < 1_000_000 ? [kilobytes, 1000] : [megabytes, 1_000_000];
  return unit.replace('{n}', String(Math.max(1, Math.round(bytes / divisor))));
}
