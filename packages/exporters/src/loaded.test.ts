import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { formats } from './formats.ts';

const LIBRARIES: Readonly<Record<string, readonly string[]>> = {
  html: [],
  docx: ['fflate'],
  odt: ['fflate'],
  epub: ['fflate'],
  // What is written is parsed and compared at once.
  md: ['mdast-util-from-markdown', 'mdast-util-gfm', 'mdast-util-to-markdown', 'micromark-extension-gfm'],
  csv: [],
  ics: [],
  json: [],
  typst: ['fflate'],
};

it.each(Object.entries(LIBRARIES))('to write %s no more is loaded than writing needs', (id, libraries) => {
  const list = readFileSync(new URL('formats.ts', import.meta.url), 'utf8');
  const file = new RegExp(`id: '${id}'.*?import\\('(.*?)'\\)`).exec(list)?.[1] ?? '';
  expect(loadedWith(file)).toEqual(['@plenary/report-ast', ...libraries]);
});

it('to choose a format no library is loaded', () => {
  expect(loadedWith('index.ts')).toEqual(['@plenary/report-ast']);
});

it('is known of every format but those with an engine', () => {
  const ids = formats.map(({ id }) => id).filter((id) => !id.startsWith('pdf'));
  expect(Object.keys(LIBRARIES).toSorted()).toEqual(ids.toSorted());
});

function loadedWith(file: string): readonly string[] {
  const found = new Set<string>();
  collect(new URL(file, import.meta.url), found, new Set());
  return [...found].toSorted();
}

/** The packages that a file imports before it runs, itself or by another file of this package. */
function collect(file: URL, found: Set<string>, seen: Set<string>): void {
  if (seen.has(file.href) || file.href.endsWith('.json')) return;
  seen.add(file.href);
  const source = readFileSync(file, 'utf8');
  for (const [, names = '', from = ''] of source.matchAll(
    /^(?:import|export) ([^'"();]*?) from '([^']+)'/gm,
  )) {
    if (names.startsWith('type ')) continue;
    if (from.startsWith('.')) collect(new URL(from, file), found, seen);
    else found.add(from);
  }
}
