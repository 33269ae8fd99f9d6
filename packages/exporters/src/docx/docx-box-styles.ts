import type { Tone } from '@plenary/report-ast';
import { type Xml, xmlJoined } from '../xml/xml.ts';
import { BOX_INDENT, type BoxLine, boxStyle } from './box-styles.ts';
import type { DocxFile } from './docx-place.ts';
import { SANS, writeStyle } from './style.ts';
import type { Lines } from './style-properties.ts';

/**
 * The lines of boxes. Word joins neighbours whose borders are alike, and fills the space between them; a gap of its own parts two boxes in a row.
 */
export function boxStyles({ palette }: DocxFile): Xml {
  const tones = Object.entries(palette.tones) as [Tone, (typeof palette.tones)[Tone]][]; // the keys of a record of tones
  return xmlJoined(
    tones.flatMap(([tone, { strong, box }]) => {
      const name = (line: BoxLine) => `Box ${line} ${tone}`;
      const fill = { size: 4, space: 4, colour: box };
      const frame: Lines = {
        shade: box,
        top: fill,
        leftEdge: { size: 24, space: 8, colour: strong },
        bottom: fill,
        rightEdge: { ...fill, space: 8 },
        left: BOX_INDENT,
        right: 180,
        keepLines: true,
      };
      const text = boxStyle('Text', tone);
      return [
        writeStyle('paragraph', { id: text, name: name('Text'), lines: { ...frame, after: 140 } }),
        writeStyle('paragraph', {
          id: boxStyle('Label', tone),
          name: name('Label'),
          basedOn: text,
          next: text,
          lines: { before: 120, after: 20, line: 252 },
          letters: { font: SANS, size: 18, bold: true, colour: strong },
        }),
        writeStyle('paragraph', {
          id: boxStyle('Facts', tone),
          name: name('Facts'),
          basedOn: text,
          letters: { font: SANS, size: 18 },
        }),
      ];
    }),
  );
}
