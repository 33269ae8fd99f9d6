import type { Figure } from '@plenary/report-ast';
import { assetOf } from '../assets.ts';
import { NO_XML, type Xml, xmlText } from '../xml/xml.ts';
import { spokenProps } from './direction.ts';
import { htmlInlines } from './html-inlines.ts';
import type { HtmlPlace } from './html-place.ts';
import { tag, voidTag } from './tag.ts';

/** A picture where the medium has it; without its bytes, the words that stand for it. */
export function htmlFigure(node: Figure, place: HtmlPlace): Xml {
  const caption =
    node.caption.length === 0 ? NO_XML : tag('figcaption', {}, htmlInlines(node.caption, place));
  return tag('figure', spokenProps(node), [picture(node, place), caption]);
}

function picture(node: Figure, { assets, words, medium }: HtmlPlace): Xml {
  const { alt, width, height } = node;
  const asset = assetOf(node, assets);
  if (asset === undefined || node.asset === undefined)
    return tag('p', { class: 'no-picture' }, xmlText(alt === '' ? words.picture : alt));
  const size = width === undefined || height === undefined ? {} : { width, height };
  return voidTag('img', { src: medium.src(node.asset, asset), alt, ...size });
}
