import { type Exporter, findFormat } from '@plenary/exporters';
import { summitReport } from '@plenary/exporters/fixtures';
import { firstLost } from '@plenary/exporters/first-lost';
import { structureOf } from '@plenary/exporters/pdf-structure';
import type { Block, Inline, Report } from '@plenary/report-ast';
import { afterAll, expect, it } from 'vitest';
import { createTypesetter } from './typst-typesetter.ts';

const typesetter = createTypesetter({ filesPerProcess: 100 });
afterAll(() => typesetter.close());

const said = (part: Inline): Block => ({ type: 'paragraph', children: [part] });
const PARTS: Readonly<Record<string, Block>> = {
  text: said({ type: 'text', value: '\u{1F600} 1\uFE0F\u20E3, puis #\u20E3' }),
  'bold text': said({
    type: 'strong',
    children: [{ type: 'text', value: '\u{1F600} 1\uFE0F\u20E3 et #\u20E3' }],
  }),
  code: said({ type: 'inlineCode', value: '\u{1F600} 1\uFE0F\u20E3 #\u20E3' }),
  'a block of code': { type: 'code', value: '\u{1F600} 1\uFE0F\u20E3 #\u20E3' },
};

it.each(Object.entries(PARTS))(
  'a digit or a sign in a key is drawn by the font of pictures in %s',
  async (_, part) => {
    const exporter = await findFormat('pdf')!.load({ typesetter });
    const report: Report = {
      ...summitReport,
      parts: [{ anchor: 'p', title: [], children: [part] }],
    };
    const fontOf = await fontsIn(exporter, report);
    const face = fontOf('\u{1F600}');
    expect(face).toBeDefined();
    expect([fontOf('1\u20E3'), fontOf('#\u20E3')]).toEqual([face, face]);
    expect(await firstLost(exporter, report)).toBeUndefined();
  },
);

/** What the page calls the font that a sign is drawn with. */
async function fontsIn(exporter: Exporter, report: Report): Promise<(sign: string) => string | undefined> {
  const { file } = await exporter.write(report);
  if (typeof file === 'string') throw new Error('A PDF is bytes.');
  const { root } = await structureOf(file);
  const fonts = new Map<string, string>();
  const look = ({ children }: typeof root): void => {
    for (const child of children) {
      if (!('glyphs' in child)) look(child);
      else for (const glyph of child.glyphs) fonts.set(glyph.replace('\uFE0F', ''), child.font);
    }
  };
  look(root);
  return (sign) => fonts.get(sign);
}
