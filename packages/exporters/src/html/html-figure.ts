import type { Figure } from '@plenary/report-ast';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { assetOf } from '../assets.ts';
import { pictureAddress } from './base64.ts';
import { spokenProps } from './direction.ts';
import { htmlInlines } from './html-inlines.ts';
import type { HtmlPlace } from './html-place.ts';

/** A picture inside the page itself, so that the page stays one file; without its bytes, the words that stand for it. */
export function htmlFigure(node: Figure, place: HtmlPlace): Element {
  const caption = node.caption.length === 0 ? [] : [h('figcaption', htmlInlines(node.caption, place))];
  return h('figure', spokenProps(node), [picture(node, place), ...caption]);
}

function picture(node: Figure, { assets, words }: HtmlPlace): Element {
  const { alt, width, height } = node;
  const asset = assetOf(node, assets);
  if (asset === undefined) return h('p', { className: ['no-picture'] }, alt === '' ? words.picture : alt);
  const size = width === undefined || height === undefined ? {} : { width, height };
  return h('img', { src: pictureAddress(asset), alt, ...size });
}
