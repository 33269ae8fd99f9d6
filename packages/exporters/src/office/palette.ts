import type { Look, Tone } from '@plenary/report-ast';
import { day } from '../html/colours.ts';

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

/** The palette of a house style. An accent that could not be read on white gives way to that of the format. */
export function paperPalette(look: Look | undefined): PaperPalette {
  const wanted = look?.accent;
  const accent = wanted !== undefined && contrastWithWhite(wanted) >= READABLE ? wanted : day.accent;
  const tone = (name: Tone): PaperPalette['tones'][Tone] => {
    const [strong, box] = day.tones[name];
    return { strong: digits(strong), box: digits(box) };
  };
  return {
    ink: digits(day.ink),
    soft: digits(day.soft),
    line: digits(day.line),
    accent: digits(accent),
    shade: digits(day.tones.neutral[1]),
    tones: {
      neutral: tone('neutral'),
      accent: { ...tone('accent'), strong: digits(accent) },
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

/** As WCAG 2 computes it. */
function contrastWithWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

/** What WCAG 2 asks of text of any size. */
const READABLE = 4.5;
