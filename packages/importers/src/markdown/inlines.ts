import { type DocMark, type DocNode, isAllowedLink } from '@plenary/document';
import type { Image, ImageReference, Link, LinkReference, PhrasingContent } from 'mdast';
import type { Context } from './context.ts';

/** The inline nodes of a paragraph, heading or cell. Neighbours with the same marks are one text. */
export function inlinesOf(content: readonly PhrasingContent[], context: Context): readonly DocNode[] {
  return join(content.flatMap((node) => inline(node, [], context)));
}

/** A text, or nothing: ProseMirror knows no empty text. */
export function text(value: string, marks: readonly DocMark[] = []): readonly DocNode[] {
  const line = value.replace(/[\n\t]/g, ' ');
  return line === '' ? [] : [{ type: 'text', text: line, ...(marks.length > 0 && { marks }) }];
}

function inline(node: PhrasingContent, marks: readonly DocMark[], context: Context): readonly DocNode[] {
  const inside = (children: readonly PhrasingContent[], more: readonly DocMark[]) =>
    children.flatMap((child) => inline(child, add(marks, more), context));
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
      return text(`[${node.label ?? node.identifier}]`, marks);
    default:
      return node satisfies never;
  }
}

type Inside = (children: readonly PhrasingContent[], more: readonly DocMark[]) => readonly DocNode[];

function link(node: Link | LinkReference, inside: Inside, context: Context): readonly DocNode[] {
  const { url, title } = target(node, context);
  if (isAllowedLink(url)) return inside(node.children, [linkMark(url, title)]);
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
  const { url, title } = target(node, context);
  const alt = node.alt ?? '';
  const linked = marks.some((mark) => mark.type === 'link');
  if (isAllowedLink(url)) {
    context.remarks.add('image-as-link');
    return text(alt || title || url, linked ? marks : add(marks, [linkMark(url, title)]));
  }
  context.remarks.add('image-as-text');
  // The bytes of a picture inside the text are not words.
  const address = /^data:/i.test(url) ? '' : url;
  const behind = [address, title].filter(Boolean).join(' ');
  if (behind === '') return text(alt, marks);
  return text(alt === '' ? behind : `${alt} (${behind})`, marks);
}

function target(
  node: Link | LinkReference | Image | ImageReference,
  { definitions }: Context,
): { readonly url: string; readonly title: string } {
  // The parser makes a reference only where there is a definition.
  const place = 'url' in node ? node : definitions.get(node.identifier);
  return { url: (place?.url ?? '').trim().replaceAll(' ', '%20'), title: place?.title ?? '' };
}

function linkMark(href: string, title: string): DocMark {
  return { type: 'link', attrs: { href, ...(title !== '' && { title }) } };
}

/** Code allows no other mark beside it; where it is part of a link, the link says more. */
function asCode(marks: readonly DocMark[]): readonly DocMark[] {
  const linked = marks.filter((mark) => mark.type === 'link');
  return linked.length > 0 ? linked : [{ type: 'code' }];
}

function add(marks: readonly DocMark[], more: readonly DocMark[]): readonly DocMark[] {
  return [...marks, ...more.filter(({ type }) => !marks.some((mark) => mark.type === type))];
}

function join(nodes: readonly DocNode[]): readonly DocNode[] {
  const joined: DocNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    const same = JSON.stringify(last?.marks) === JSON.stringify(node.marks);
    if (last?.text !== undefined && node.text !== undefined && same) {
      joined[joined.length - 1] = { ...last, text: last.text + node.text };
    } else {
      joined.push(node);
    }
  }
  return joined;
}

const LINE_BREAK = /^<br\s*\/?>$/i;
