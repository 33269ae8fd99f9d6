import type { Figure, Inline } from '@plenary/report-ast';
import type { Html, Image, Paragraph } from 'mdast';
import { assetOf, assetPath } from '../assets.ts';
import { faithfulParagraph } from './faithful.ts';
import { parseMarkdown, writeMarkdown } from './grammar.ts';
import type { MarkdownPlace } from './markdown-place.ts';
import { characterReferences } from './spelling.ts';
import { tidy } from './tidy.ts';

/** A picture that lies beside the file, and its caption in italics below. Without its bytes, the words that stand for it. */
export function markdownFigure(node: Figure, place: MarkdownPlace): Paragraph[] {
  const caption: readonly Inline[] = [{ type: 'emphasis', children: node.caption }];
  return [
    picture(node, place),
    ...(tidy(node.caption).length === 0 ? [] : [faithfulParagraph(caption, place.notes)]),
  ];
}

function picture(node: Figure, { assets, words, notes }: MarkdownPlace): Paragraph {
  const asset = assetOf(node, assets);
  if (asset === undefined || node.asset === undefined) {
    const instead = node.alt === '' ? words.picture : `${words.picture}${words.colon}${node.alt}`;
    return faithfulParagraph([{ type: 'text', value: instead }], notes);
  }
  return { type: 'paragraph', children: [faithfulImage(node.alt, assetPath(node.asset, asset))] };
}

/** A picture with exactly this description: as Markdown where a parser reads it so, and else as the tag it stands for. */
export function faithfulImage(alt: string, url: string): Image | Html {
  const image: Image = { type: 'image', alt, url };
  const written = writeMarkdown({ type: 'root', children: [{ type: 'paragraph', children: [image] }] });
  const [paragraph, ...others] = parseMarkdown(written).children;
  const [read, ...more] = paragraph?.type === 'paragraph' ? paragraph.children : [];
  const isSame = others.length + more.length === 0 && read?.type === 'image' && read.alt === alt;
  if (isSame) return image;
  return { type: 'html', value: `<img src="${url}" alt="${characterReferences(alt)}">` };
}
