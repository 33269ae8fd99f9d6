import { xml, type Xml } from '../xml/xml.ts';
import { type Letters, letters, type Lines, lines } from './style-properties.ts';

/** A named style. */
export interface Style {
  readonly id: string;
  readonly name: string;
  readonly basedOn?: string;
  readonly next?: string;
  readonly lines?: Lines;
  readonly letters?: Letters;
}

/** A style as the file has it; all of them are based on `Normal` and offered to who writes. */
export function writeStyle(type: 'paragraph' | 'character', style: Style): Xml {
  const isDefault = style.id === 'Normal';
  const basedOn = style.basedOn ?? (type === 'character' || isDefault ? undefined : 'Normal');
  return xml(
    'w:style',
    { 'w:type': type, 'w:default': isDefault ? 1 : undefined, 'w:styleId': style.id },
    xml('w:name', { 'w:val': style.name }),
    basedOn === undefined ? [] : xml('w:basedOn', { 'w:val': basedOn }),
    style.next === undefined ? [] : xml('w:next', { 'w:val': style.next }),
    xml('w:qFormat'),
    style.lines === undefined ? [] : xml('w:pPr', {}, lines(style.lines)),
    style.letters === undefined ? [] : xml('w:rPr', {}, letters(style.letters)),
  );
}

/** On every machine with an office suite; Linux brings fonts of the same widths. */
export const SERIF = 'Cambria';
export const SANS = 'Calibri';
export const MONO = 'Consolas';
