import { xml, type Xml, xmlJoined } from '../xml/xml.ts';
import type { DocxFile } from './docx-place.ts';

/** The styles of tables: one for those people made, one for boxes. */
export function tableStyles({ palette }: DocxFile): Xml {
  const frame = xml(
    'w:tblBorders',
    {},
    line('top', 8, palette.accent),
    line('bottom', 8, palette.accent),
    line('insideH', 4, palette.line),
    line('insideV', 4, palette.line),
  );
  const head = xml(
    'w:tblStylePr',
    { 'w:type': 'firstRow' },
    xml(
      'w:tcPr',
      {},
      xml('w:tcBorders', {}, line('bottom', 8, palette.accent)),
      xml('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': palette.shade }),
    ),
  );
  return xmlJoined([
    style('ReportTable', 'Report Table', [frame, margins(70, 100)], head),
    style('BoxTable', 'Box Table', [margins(100, 180)]),
  ]);
}

function style(id: string, name: string, properties: readonly Xml[], more: Xml | readonly Xml[] = []): Xml {
  return xml(
    'w:style',
    { 'w:type': 'table', 'w:styleId': id },
    xml('w:name', { 'w:val': name }),
    xml('w:uiPriority', { 'w:val': 99 }),
    xml('w:tblPr', {}, properties),
    more,
  );
}

function margins(above: number, beside: number): Xml {
  return xml(
    'w:tblCellMar',
    {},
    side('top', above),
    side('left', beside),
    side('bottom', above),
    side('right', beside),
  );
}

function line(name: string, size: number, colour: string): Xml {
  return xml(`w:${name}`, { 'w:val': 'single', 'w:sz': size, 'w:space': 0, 'w:color': colour });
}

function side(name: string, width: number): Xml {
  return xml(`w:${name}`, { 'w:w': width, 'w:type': 'dxa' });
}
