import type { Figure, Inline } from '@plenary/report-ast';
import { type Asset, assetOf } from '../assets.ts';
import { fitted, type PaperSize } from '../office/fitted.ts';
import { NO_XML, xml, type Xml, xmlJoined, xmlLiteral } from '../xml/xml.ts';
import { docxField, docxRun } from './docx-inlines.ts';
import type { DocxPlace } from './docx-place.ts';
import { PICTURE_URI } from './namespaces.ts';
import { docxParagraph } from './paragraph.ts';

/** A picture with its caption, numbered by a field; without its bytes, the words that stand for it. */
export function docxFigure(
  node: Figure,
  place: DocxPlace,
  words: (nodes: readonly Inline[], place: DocxPlace) => Xml,
): Xml {
  const { file } = place;
  const asset = assetOf(node, file.assets);
  const keepNext = node.caption.length > 0;
  const picture =
    asset === undefined
      ? docxParagraph(
          'MissingPicture',
          place,
          docxRun(node.alt === '' ? file.words.picture : node.alt, place),
          { keepNext },
        )
      : docxParagraph('Figure', place, figureDrawing(asset, node, place), { keepNext });
  return keepNext ? xmlJoined([picture, caption(words(node.caption, place), place)]) : picture;
}

/** A picture in a line of text. It says what it shows, or that it only decorates. */
export function docxDrawing(asset: Asset, alt: string, size: PaperSize, { file, part }: DocxPlace): Xml {
  file.count.drawings += 1;
  const id = file.count.drawings;
  const extent = { cx: size.width * EMU, cy: size.height * EMU };
  const name = `${file.words.picture} ${id}`;
  const shape = xml(
    'pic:pic',
    {},
    xml('pic:nvPicPr', {}, xml('pic:cNvPr', { id, name }), xml('pic:cNvPicPr')),
    xml('pic:blipFill', {}, xml('a:blip', { 'r:embed': file.parts.picture(part, asset) }), STRETCHED),
    xml('pic:spPr', {}, xml('a:xfrm', {}, xml('a:off', { x: 0, y: 0 }), xml('a:ext', extent)), RECTANGLE),
  );
  const inline = xml(
    'wp:inline',
    { distT: 0, distB: 0, distL: 0, distR: 0 },
    xml('wp:extent', extent),
    xml('wp:docPr', { id, name, descr: alt }, alt === '' ? DECORATES : NO_XML),
    xml('wp:cNvGraphicFramePr', {}, xml('a:graphicFrameLocks', { noChangeAspect: 1 })),
    xml('a:graphic', {}, xml('a:graphicData', { uri: PICTURE_URI }, shape)),
  );
  return xml('w:r', {}, xml('w:drawing', {}, inline));
}

function figureDrawing(asset: Asset, node: Figure, place: DocxPlace): Xml {
  const room = {
    width: place.width - place.indent,
    height: Math.floor(place.file.page.textHeight * TALLEST),
  };
  return docxDrawing(asset, node.alt, fitted(asset, node, room), place);
}

/** The number is a field, so that it is right again after somebody has moved a picture. */
function caption(words: Xml, place: DocxPlace): Xml {
  const { file } = place;
  file.count.figures += 1;
  const number = docxRun(String(file.count.figures), place);
  return docxParagraph('Caption', place, [
    docxRun(`${file.words.figure}\u00A0`, place),
    docxField('SEQ Figure \\* ARABIC', number),
    docxRun(file.words.colon, place),
    words,
  ]);
}

/** Of a page: a picture and its caption leave room for the words that speak of it. */
const TALLEST = 0.6;
/** Units of DrawingML in a twentieth of a point. */
const EMU = 635;
const STRETCHED = xml('a:stretch', {}, xml('a:fillRect'));
const RECTANGLE = xml('a:prstGeom', { prst: 'rect' }, xml('a:avLst'));
/** Word 2019 and later do not read such a picture aloud; older ones find no words to read. */
const DECORATES = xmlLiteral(
  '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">' +
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>',
);
