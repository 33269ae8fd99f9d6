import type { DocNode } from '@plenary/document';
import {
  type Block,
  type Figure,
  figure,
  isAssetId,
  isPixels,
  singleLine,
  toText,
} from '@plenary/report-ast';
import { lowerInline } from './lower-inline.ts';
import type { LoweringContext } from './lowering-context.ts';
import { isInline } from './prose-blocks.ts';
import { WORDS } from './words.ts';

/**
 * A picture with its caption. One that nobody described gets a line that says so, because an accessible file cannot be
 * made without; an empty description stays, it means that the picture only decorates. A picture that never arrived keeps
 * its words. Blocks in a caption, where none belong, follow it.
 */
export function lowerFigure(node: DocNode, context: LoweringContext): Block[] {
  const content = node.content ?? [];
  const found = content.findIndex((child) => !isInline(child, context.blocks));
  const end = found === -1 ? content.length : found;
  const caption = lowerInline(content.slice(0, end), context);
  const picture = pictureOf(node.attrs ?? {});
  const rest = context.lowerBlocks(content.slice(end), context);
  if (picture.asset === undefined && (picture.alt ?? '') === '' && caption.length === 0) return rest;
  const name = picture.alt !== undefined && picture.alt !== '' ? picture.alt : toText(caption);
  if (picture.asset === undefined) context.remark('figure-without-picture', name);
  if (picture.alt === undefined) context.remark('figure-without-alt', name);
  return [figure({ alt: WORDS[context.lang].noAlt, ...picture }, caption), ...rest];
}

/** What is picked on a picture, as far as it can be; `alt` only where somebody was asked. */
function pictureOf({ asset, alt, width, height }: Readonly<Record<string, unknown>>): Picture {
  return {
    ...(typeof asset === 'string' && isAssetId(asset) && { asset }),
    ...(typeof alt === 'string' && { alt: singleLine(alt).trim() }),
    ...(isSize(width) && isSize(height) && { width, height }),
  };
}

type Picture = Partial<Pick<Figure, 'asset' | 'alt' | 'width' | 'height'>>;

function isSize(value: unknown): value is number {
  return typeof value === 'number' && isPixels(value);
}
