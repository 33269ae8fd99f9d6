import { Extension } from '@tiptap/core';
import { isDirection, isLanguageTag } from '@plenary/report-ast';
import { type HtmlElement, refuse } from './html-element.ts';
import type { OutcomeBlocks } from './outcome-block.ts';

/**
 * The prose nodes that can say their language and direction. Code and rules cannot: the language of code is the one it is
 * written in, and a rule has no words. A footnote is as its words say, by the mark `language`.
 */
export const SPOKEN_NODES = [
  'paragraph',
  'heading',
  'blockquote',
  'bulletList',
  'orderedList',
  'taskList',
  'listItem',
  'taskItem',
  'table',
  'tableCell',
  'tableHeader',
  'figure',
] as const;

/** The names of the two attributes; they are no picked values of an outcome. */
export const SPOKEN_ATTRIBUTES = ['lang', 'dir'] as const;

/**
 * Gives every block of prose and every outcome the attributes `lang`, a BCP 47 tag, and `dir`, `ltr` or `rtl`; both null
 * where they are as around them. In HTML they are also `data-lang` and `data-dir`, and only these are read: what Word and
 * Google Docs write into `lang` and `dir` is the setting of a program and not what somebody said about the text.
 */
export function spokenBlocks(blocks: OutcomeBlocks): Extension {
  const types = [...SPOKEN_NODES, ...Object.values(blocks).map(({ kind }) => kind)];
  return Extension.create({
    name: 'spokenBlocks',
    addGlobalAttributes: () => [{ types, attributes: { lang: languageAttribute, dir: directionAttribute } }],
  });
}

/** The attribute `lang`, for blocks and for the mark `language` alike. */
export const languageAttribute = {
  default: null,
  validate: (value: unknown) => {
    const isTag = typeof value === 'string' && isLanguageTag(value);
    refuse(value !== null && !isTag, 'A language is a tag such as fr or pt-BR');
  },
  parseHTML: (element: HtmlElement) => {
    const lang = element.getAttribute('data-lang');
    return lang !== null && isLanguageTag(lang) ? lang : null;
  },
  renderHTML: ({ lang }: Readonly<Record<string, unknown>>) =>
    typeof lang === 'string' && isLanguageTag(lang) ? { lang, 'data-lang': lang } : {},
};

const directionAttribute = {
  default: null,
  validate: (value: unknown) => {
    const isNamed = typeof value === 'string' && isDirection(value);
    refuse(value !== null && !isNamed, 'A direction is ltr or rtl');
  },
  parseHTML: (element: HtmlElement) => {
    const dir = element.getAttribute('data-dir');
    return dir !== null && isDirection(dir) ? dir : null;
  },
  renderHTML: ({ dir }: Readonly<Record<string, unknown>>) =>
    typeof dir === 'string' && isDirection(dir) ? { dir, 'data-dir': dir } : {},
};
