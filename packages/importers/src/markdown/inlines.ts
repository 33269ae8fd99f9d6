import { type DocMark, type DocNode, isAllowedLink } from '@plenary/document';
import type { FootnoteReference, Image, ImageReference, Link, LinkReference, PhrasingContent } from 'mdast';
import { figureIn } from '../figures.ts';
import { footnoteNode } from '../footnote-node.ts';
import { addMarks, asCode, joined, linkMark, pictureText, text } from '../inline-nodes.ts';
import type { Context } from './context.ts';
import { piecesOf } from './html-pairs.ts';

/** What stands in a paragraph, heading or cell, pictures among it. Neighbours with the same marks are one text. */
export function inlinesOf(content: readonly PhrasingContent[], context: Context): readonly DocNode[] {
  return joined(inSequence(content, [], context));
}

function inSequence(
  content: readonly PhrasingContent[],
  marks: readonly DocMark[],
  context: Context,
): readonly DocNode[] {
  return piecesOf(content).flatMap((piece) =>
    piece.kind === 'node'
      ? inline(piece.node, marks, context)
      : inSequence(piece.children, marked(marks, [piece.mark]), context),
  );
}

function inline(node: PhrasingContent, marks: readonly DocMark[], context: Context): readonly DocNode[] {
  const inside = (children: readonly PhrasingContent[], more: readonly DocMark[]) =>
    inSequence(children, marked(marks, more), context);
  switch (node.type) {
    case 'text':
      return text(node.value, marks);
    case 'emphasis':
      return inside(node.children, [{ type: 'italic' }]);
    case 'strong':
      return inside(node.children, [{ type: 'bold' }]);
    case 'delete':
      return inside(node.children, [{ type: 'strike' }]);
    case 'inlineCode':
      return text(node.value, asCode(marks));
    case 'break':
      return [{ type: 'hardBreak' }];
    case 'html':
      if (LINE_BREAK.test(node.value)) return [{ type: 'hardBreak' }];
      context.remarks.add('html-as-text');
      return text(node.value, asCode(marks));
    case 'link':
    case 'linkReference':
      return link(node, inside, context);
    case 'image':
    case 'imageReference':
      return image(node, marks, context);
    case 'footnoteReference':
      return note(node, marks, context);
    default:
      return node satisfies never;
  }
}

/** Code in HTML may hold other formatting, which it does not in a group document. */
function marked(marks: readonly DocMark[], more: readonly DocMark[]): readonly DocMark[] {
  const all = addMarks(marks, more);
  return all.some(({ type }) => type === 'code') ? asCode(all) : all;
}

function note(node: FootnoteReference, marks: readonly DocMark[], context: Context): readonly DocNode[] {
  const footnote = context.notes.get(node);
  if (footnote) return [footnoteNode(context.blocksOf(footnote.children, context), context.remarks)];
  context.remarks.add('footnote-as-text');
  return text(`[${node.label ?? node.identifier}]`, marks);
}

type Inside = (children: readonly PhrasingContent[], more: readonly DocMark[]) => readonly DocNode[];

function link(node: Link | LinkReference, inside: Inside, context: Context): readonly DocNode[] {
  const { url, title } = target(node, context);
  if (isAllowedLink(url)) return inside(node.children, [linkMark(url, title)]);
  // A jump within the file says nothing once the text stands elsewhere.
  if (url.startsWith('#')) return inside(node.children, []);
  context.remarks.add('link-as-text');
  const label = inside(node.children, []);
  const address = [url, title].filter(Boolean).join(' ');
  if (address === '' || label.map((part) => part.text ?? '').join('') === address) return label;
  return [...label, ...text(label.length > 0 ? ` (${address})` : address)];
}

function image(
  node: Image | ImageReference,
  marks: readonly DocMark[],
  context: Context,
): readonly DocNode[] {
  const picture = { ...target(node, context), alt: node.alt ?? '' };
  const figure = context.pictures.figure(picture);
  if (figure !== undefined) return [figureIn(figure, marks, context.remarks)];
  return pictureText(picture, marks, context.remarks);
}

function target(
  node: Link | LinkReference | Image | ImageReference,
  { definitions }: Context,
): { readonly url: string; readonly title: string } {
  // The parser makes a reference only where there is a definition.
  const place = 'url' in node ? node : definitions.get(node.identifier);
  return { url: (place?.url ?? '').trim().replaceAll(' ', '%20'), title: place?.title ?? '' };
}

const LINE_BREAK = /^<br\s*\/?>$/i;
