import type { Tone } from '@plenary/report-ast';
import { type Xml, xmlJoined } from '../xml/xml.ts';
import { BOX_INDENT, type BoxLine, boxStyle } from './box-styles.ts';
import type { DocxFile } from './docx-place.ts';
import { SANS, writeStyle } from './style.ts';
import type { Lines } from './style-properties.ts';

/**
 * The lines of boxes. Word joins neighbours whose borders are alike, and fills the space between them: text lines are alike and join, labels have a
 * border of their own, so that two boxes in a row stay two.
 */
export function boxStyles({ palette }: DocxFile): Xml {
  const tones = Object.entries(palette.tones) as [Tone, (typeof palette.tones)[Tone]][]; // the keys of a record of tones
  return xmlJoined(
    tones.flatMap(([tone, { strong, box }]) => {
      const name = (line: BoxLine) => `Box ${line} ${tone}`;
      const edge = { size: 24, space: 8, colour: strong };
      const fill = { size: 4, space: 5, colour: box };
      const sides: Lines = {
        shade: box,
        leftEdge: edge,
        rightEdge: { ...fill, space: 8 },
        left: BOX_INDENT,
        right: 180,
        keepLines: true,
      };
      const [label, text, facts] = (['Label', 'Text', 'Facts'] as const).map((line) => boxStyle(line, tone));
      if (label === undefined || text === undefined || facts === undefined) return [];
      return [
        writeStyle('paragraph', {
          id: label,
          name: name('Label'),
          next: text,
          lines: { ...sides, top: fill, before: 200, line: 252 },
          letters: { font: SANS, size: 18, bold: true, colour: strong },
        }),
        writeStyle('paragraph', {
          id: text,
          name: name('Text'),
          lines: { ...sides, bottom: fill, after: 100 },
        }),
        writeStyle('paragraph', {
          id: facts,
          name: name('Facts'),
          basedOn: text,
          letters: { font: SANS, size: 18 },
        }),
      ];
    }),
  );
}
