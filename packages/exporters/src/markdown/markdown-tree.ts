import type { Inline, Report } from '@plenary/report-ast';
import type { FootnoteDefinition, List, Root, RootContent } from 'mdast';
import { type Assets, assetOf, assetPath } from '../assets.ts';
import { type OutlineEntry, outlineOf } from '../outline.ts';
import { wordsFor } from '../words.ts';
import { faithfulHeading, faithfulParagraph } from './faithful.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import type { MarkdownPlace } from './markdown-place.ts';
import { Notes } from './notes.ts';
import { anchorTag } from './spelling.ts';

/** The whole file: the title page, the contents, the parts as second-level headings, then the notes. */
export function markdownTree(report: Report, assets: Assets): Root {
  const words = wordsFor(report.lang);
  const notes = new Notes();
  const place: MarkdownPlace = { level: 3, words, notes, assets };
  const parts = report.parts.flatMap(({ anchor, title, children }): RootContent[] => [
    faithfulHeading(2, title, notes, [anchorTag(anchor)]),
    ...markdownBlocks(children, place),
  ]);
  const contents: RootContent[] =
    report.parts.length === 0
      ? []
      : [faithfulHeading(2, [text(words.contents)], notes), entries(outlineOf(report), notes)];
  return {
    type: 'root',
    children: [
      ...titlePage(report, notes),
      ...titlePictures(report, assets),
      ...contents,
      ...parts,
      ...definitions(place),
    ],
  };
}

function titlePage({ summit }: Report, notes: Notes): RootContent[] {
  const { title, theme, whenAndWhere, hosts } = summit;
  const line = (...words: readonly Inline[]): RootContent => faithfulParagraph(words, notes);
  return [
    faithfulHeading(1, [text(title)], notes),
    ...(theme === undefined ? [] : [line({ type: 'emphasis', children: [text(theme)] })]),
    line(text(whenAndWhere)),
    ...(hosts.length === 0 ? [] : [line(text(hosts.join(' · ')))]),
  ];
}

/** The logo and the cover, which decorate; they lie beside the file like all pictures. */
function titlePictures({ look }: Report, assets: Assets): RootContent[] {
  return [look?.logo, look?.cover].flatMap((id): RootContent[] => {
    const asset =
      id === undefined ? undefined : assetOf({ type: 'figure', asset: id, alt: '', caption: [] }, assets);
    if (id === undefined || asset === undefined) return [];
    return [{ type: 'paragraph', children: [{ type: 'image', alt: '', url: assetPath(id, asset) }] }];
  });
}

function entries(list: readonly OutlineEntry[], notes: Notes): List {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: list.map(({ anchor, title, children }) => ({
      type: 'listItem',
      spread: false,
      children: [
        faithfulParagraph([{ type: 'reference', target: anchor, children: title }], notes),
        ...(children.length === 0 ? [] : [entries(children, notes)]),
      ],
    })),
  };
}

/** The words of the notes. A note holds no other, so there are no more of them when they have been written. */
function definitions(place: MarkdownPlace): FootnoteDefinition[] {
  return place.notes.all().map(({ label, note }) => ({
    type: 'footnoteDefinition',
    identifier: label,
    label,
    children: markdownBlocks(note.children, place),
  }));
}

function text(value: string): Inline {
  return { type: 'text', value };
}
