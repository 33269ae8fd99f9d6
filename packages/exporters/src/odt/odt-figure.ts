import type { Figure, Inline } from '@plenary/report-ast';
import { type Asset, assetOf } from '../assets.ts';
import { fitted, type PaperSize } from '../office/fitted.ts';
import { NO_XML, xml, type Xml, xmlJoined, xmlText } from '../xml/xml.ts';
import { points } from './automatic-styles.ts';
import { odtRun } from './odt-inlines.ts';
import { odtParagraph } from './odt-paragraph.ts';
import type { OdtFile, OdtPlace } from './odt-place.ts';

/** A picture with its caption, numbered by a sequence; without its bytes, the words that stand for it. */
export function odtFigure(
  node: Figure,
  place: OdtPlace,
  words: (nodes: readonly Inline[], place: OdtPlace) => Xml,
): Xml {
  const { file } = place;
  const asset = assetOf(node, file.assets);
  const keepNext = node.caption.length > 0;
  const picture =
    asset === undefined
      ? odtParagraph(
          'Missing_20_Picture',
          place,
          odtRun(node.alt === '' ? file.words.picture : node.alt, place),
          { keepNext },
        )
      : odtParagraph('Figure', place, odtFrame(asset, node.alt, sizeOf(asset, node, place), file), {
          keepNext,
        });
  return keepNext ? xmlJoined([picture, caption(words(node.caption, place), place)]) : picture;
}

/** A picture in a line of text, with what it shows for who does not see it. */
export function odtFrame(asset: Asset, alt: string, { width, height }: PaperSize, file: OdtFile): Xml {
  file.count.frames += 1;
  const path =
    file.pictures.get(asset) ??
    `Pictures/picture${file.pictures.size + 1}.${asset.type.slice('image/'.length)}`;
  file.pictures.set(asset, path);
  const image = {
    'xlink:href': path,
    'xlink:type': 'simple',
    'xlink:show': 'embed',
    'xlink:actuate': 'onLoad',
  };
  return xml(
    'draw:frame',
    {
      'draw:style-name': 'Graphics',
      'draw:name': `${file.words.picture} ${file.count.frames}`,
      'text:anchor-type': 'as-char',
      'svg:width': points(width),
      'svg:height': points(height),
    },
    xml('draw:image', image),
    alt === '' ? NO_XML : xml('svg:desc', {}, xmlText(alt)),
  );
}

function sizeOf(asset: Asset, node: Figure, { file, width, indent }: OdtPlace): PaperSize {
  return fitted(asset, node, { width: width - indent, height: Math.floor(file.page.textHeight * TALLEST) });
}

/** The number is a field, so that it is right again after somebody has moved a picture. */
function caption(words: Xml, place: OdtPlace): Xml {
  const { file } = place;
  file.count.figures += 1;
  const number = file.count.figures;
  const sequence = xml(
    'text:sequence',
    {
      'text:ref-name': `refFigure${number - 1}`,
      'text:name': 'Figure',
      'text:formula': 'ooow:Figure+1',
      'style:num-format': '1',
    },
    xmlText(String(number)),
  );
  return odtParagraph('Caption', place, [
    odtRun(`${file.words.figure}\u00A0`, place),
    sequence,
    odtRun(file.words.colon, place),
    words,
  ]);
}

/** Of a page: a picture and its caption leave room for the words that speak of it. */
const TALLEST = 0.6;
