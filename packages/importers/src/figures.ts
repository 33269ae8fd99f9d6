import { type DocMark, type DocNode, textOf } from '@plenary/document';
import { text } from './inline-nodes.ts';
import type { Remarks } from './remarks.ts';

/**
 * A line in which pictures stand, as blocks: each picture by itself, what is before and after it as a block of its own.
 * `block` makes one of a piece of the line, or none where it holds nothing.
 */
export function pictureByPicture(
  line: readonly DocNode[],
  block: (piece: readonly DocNode[]) => readonly DocNode[],
): readonly DocNode[] {
  const blocks: DocNode[] = [];
  let piece: DocNode[] = [];
  for (const node of line) {
    if (node.type !== 'figure') {
      piece.push(node);
      continue;
    }
    blocks.push(...block(piece), node);
    piece = [];
  }
  return piece.length > 0 || blocks.length === 0 ? [...blocks, ...block(piece)] : blocks;
}

/** A figure where these marks are around it: a picture leads nowhere, so a link that it was is told. */
export function figureIn(figure: DocNode, marks: readonly DocMark[], remarks: Remarks): DocNode {
  const link = marks.find(({ type }) => type === 'link');
  const href = link?.attrs?.['href'];
  if (link !== undefined) remarks.add('link-left-out', typeof href === 'string' ? href : '');
  return figure;
}

/** What a picture was kept as. */
export interface BoundPicture {
  readonly asset: string;
  readonly width: number;
  readonly height: number;
}

/**
 * The same blocks once it is known what became of the pictures, by what their figures say: the figure names the kept
 * one. Where there is none, its words stand in its place.
 */
export function bindPictures(
  blocks: readonly DocNode[],
  kept: ReadonlyMap<string, BoundPicture>,
): readonly DocNode[] {
  return blocks.map((node) => {
    if (node.type !== 'figure') {
      return node.content === undefined ? node : { ...node, content: bindPictures(node.content, kept) };
    }
    const bound = kept.get(String(node.attrs?.['asset']));
    return bound === undefined ? inWords(node) : { ...node, attrs: { ...node.attrs, ...bound } };
  });
}

/** What a figure says, as a paragraph: its description, then its caption. */
function inWords(figure: DocNode): DocNode {
  const { alt: description, lang, dir } = figure.attrs ?? {};
  const alt = typeof description === 'string' ? description : '';
  const caption = figure.content ?? [];
  const between = alt !== '' && textOf(figure) !== '' ? ' ' : '';
  const content = [...text(`${alt}${between}`), ...caption];
  const spoken = { ...(lang !== undefined && { lang }), ...(dir !== undefined && { dir }) };
  return {
    type: 'paragraph',
    ...(Object.keys(spoken).length > 0 && { attrs: spoken }),
    ...(content.length > 0 && { content }),
  };
}
