import { type Block, type Inline, type List, type ListItem, taskSign } from '@plenary/report-ast';
import { type Attributes, NO_XML, xml, type Xml, xmlJoined } from '../xml/xml.ts';
import { LIST_INDENT, listStyle } from './list-styles.ts';
import { odtRun } from './odt-inlines.ts';
import { odtParagraph } from './odt-paragraph.ts';
import { indented, spokenPlace } from '../office/place.ts';
import type { OdtPlace, TextStyle } from './odt-place.ts';
import { inside, type Piece } from './pieces.ts';

/** Writes what is in an item; blocks know lists, so lists are told how to write blocks. */
export interface ItemWriter {
  pieces(nodes: readonly Block[], place: OdtPlace): readonly Piece[];
  words(nodes: readonly Inline[], place: OdtPlace): Xml;
}

/**
 * A list. No table may stand in an item, so the list ends before one and goes on behind it: with what is left of the item, without a
 * number, and with the next item under the number it has.
 */
export function odtList(node: List, place: OdtPlace, writer: ItemWriter): readonly Piece[] {
  const within: OdtPlace = { ...indented(place, LIST_INDENT), lists: place.lists + 1 };
  const style: TextStyle = place.style === 'Text_20_body' ? 'List_20_Contents' : place.style;
  const at = { ...within, style, listIndent: within.indent };
  const list = listStyle(node, place);
  const pieces: Piece[] = [];
  let open: Xml[] = [];
  const close = (): void => {
    if (open.length > 0) pieces.push(inside(xml('text:list', { 'text:style-name': list }, open)));
    open = [];
  };
  for (const [index, item] of node.children.entries()) {
    let content: Xml[] = [];
    let name = 'text:list-item';
    const finish = (): void => {
      const isFirst = open.length === 0 && node.ordered && name === 'text:list-item';
      const number: Attributes = isFirst ? { 'text:start-value': (node.start ?? 1) + index } : {};
      if (content.length > 0 || name === 'text:list-item') open.push(xml(name, number, content));
      content = [];
      name = 'text:list-header';
    };
    for (const piece of itemPieces(item, spokenPlace(at, item), writer)) {
      if (piece.inItem) content.push(piece.xml);
      else {
        finish();
        close();
        pieces.push(piece);
      }
    }
    finish();
  }
  close();
  return pieces;
}

/** A task begins with its sign as text, so that whoever reads the file without its lists reads it, too. */
function itemPieces(item: ListItem, place: OdtPlace, writer: ItemWriter): readonly Piece[] {
  const sign = item.checked === undefined ? NO_XML : odtRun(`${taskSign(item.checked)}\t`, place);
  const [first, ...rest] = item.children;
  if (first?.type !== 'paragraph') {
    // Where an item begins with something else, its number has a line of its own.
    return [inside(odtParagraph(place.style, place, sign)), ...writer.pieces(item.children, place)];
  }
  const at = spokenPlace(place, first);
  const content = xmlJoined([sign, writer.words(first.children, at)]);
  return [inside(odtParagraph(place.style, at, content)), ...writer.pieces(rest, place)];
}
