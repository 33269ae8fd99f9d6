import type { Inline, Report } from '@plenary/report-ast';
import type { List, Root, RootContent } from 'mdast';
import { type OutlineEntry, outlineOf } from '../outline.ts';
import { wordsFor } from '../words.ts';
import { faithfulHeading, faithfulParagraph } from './faithful.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import { anchorTag } from './spelling.ts';

/** The whole file: the title page, the contents, then the parts as second-level headings. */
export function markdownTree(report: Report): Root {
  const words = wordsFor(report.lang);
  const parts = report.parts.flatMap(({ anchor, title, children }): RootContent[] => [
    faithfulHeading(2, title, [anchorTag(anchor)]),
    ...markdownBlocks(children, { level: 3, words }),
  ]);
  const contents: RootContent[] =
    report.parts.length === 0
      ? []
      : [faithfulHeading(2, [text(words.contents)], []), entries(outlineOf(report))];
  return { type: 'root', children: [...titlePage(report), ...contents, ...parts] };
}

function titlePage({ summit }: Report): RootContent[] {
  const { title, theme, whenAndWhere, hosts } = summit;
  return [
    faithfulHeading(1, [text(title)], []),
    ...(theme === undefined ? [] : [faithfulParagraph([{ type: 'emphasis', children: [text(theme)] }])]),
    faithfulParagraph([text(whenAndWhere)]),
    ...(hosts.length === 0 ? [] : [faithfulParagraph([text(hosts.join(' · '))])]),
  ];
}

function entries(list: readonly OutlineEntry[]): List {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: list.map(({ anchor, title, children }) => ({
      type: 'listItem',
      spread: false,
      children: [
        faithfulParagraph([{ type: 'reference', target: anchor, children: title }]),
        ...(children.length === 0 ? [] : [entries(children)]),
      ],
    })),
  };
}

function text(value: string): Inline {
  return { type: 'text', value };
}
