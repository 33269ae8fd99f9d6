import type { Look, Tone } from '@plenary/report-ast';
import { themeOf } from '../html/look-palette.ts';

/** Colours of a document on white paper, as six hexadecimal digits: word processors write them without a sign before. */
export interface PaperPalette {
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly accent: string;
  /** Behind code and the heads of tables. */
  readonly shade: string;
  readonly tones: Readonly<Record<Tone, { readonly strong: string; readonly box: string }>>;
}

/** The palette of a house style: that of the web page by day. */
export function paperPalette(look: Look | undefined): PaperPalette {
  const { day } = themeOf(look);
  const tone = (name: Tone): PaperPalette['tones'][Tone] => {
    const [strong, box] = day.tones[name];
    return { strong: digits(strong), box: digits(box) };
  };
  return {
    ink: digits(day.ink),
    soft: digits(day.soft),
    line: digits(day.line),
    accent: digits(day.accent),
    shade: digits(day.tones.neutral[1]),
    tones: {
      neutral: tone('neutral'),
      accent: tone('accent'),
      amber: tone('amber'),
      green: tone('green'),
      blue: tone('blue'),
      violet: tone('violet'),
      orange: tone('orange'),
      teal: tone('teal'),
      sand: tone('sand'),
      slate: tone('slate'),
    },
  };
}

function digits(colour: string): string {
  return colour.slice(1).toUpperCase();
}
