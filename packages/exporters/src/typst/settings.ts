import type { AssetId, Report } from '@plenary/report-ast';
import { day } from '../html/colours.ts';
import { wordsFor } from '../words.ts';
import { inkOn, readableOnWhite } from './contrast.ts';

/** A file that travels inside the PDF, for machines to read. */
export interface AttachedFile {
  readonly path: string;
  readonly type: string;
  /** In the words of PDF: what the file is to the report. */
  readonly relationship: 'source' | 'data';
  readonly description: string;
}

/** What the template has to know besides the report: `settings.json`. */
export interface TypstSettings {
  readonly paper: 'a4' | 'us-letter';
  readonly words: { readonly contents: string; readonly picture: string; readonly colon: string };
  readonly colours: Readonly<Record<string, string>>;
  /** Where the pictures lie that can be shown, by id. */
  readonly pictures: Readonly<Record<AssetId, string>>;
  readonly logo?: string;
  readonly cover?: string;
  readonly attached: readonly AttachedFile[];
}

/** The settings of a report whose pictures lie at these paths. */
export function settingsOf(
  { lang, look = {} }: Report,
  pictures: Readonly<Record<AssetId, string>>,
  attached: readonly AttachedFile[],
): TypstSettings {
  const { contents, picture, colon } = wordsFor(lang);
  const logo = look.logo === undefined ? undefined : pictures[look.logo];
  const cover = look.cover === undefined ? undefined : pictures[look.cover];
  return {
    paper: look.paper === 'letter' ? 'us-letter' : 'a4',
    words: { contents, picture, colon },
    colours: coloursOf(look),
    pictures,
    ...(logo !== undefined && { logo }),
    ...(cover !== undefined && { cover }),
    attached,
  };
}

/** Paper is white whatever a summit chooses, so what it chooses for words is darkened until it can be read. */
function coloursOf({ accent, second }: NonNullable<Report['look']>): Record<string, string> {
  const readable = readableOnWhite(accent ?? day.accent);
  const panel = second ?? readable;
  const tones = Object.entries(day.tones).flatMap(([tone, [strong, soft]]) => [
    [`${tone}-strong`, strong] as const,
    [`${tone}-soft`, soft] as const,
  ]);
  return {
    ink: day.ink,
    soft: day.soft,
    rule: '#cfc8ba',
    'panel-soft': '#f5f2ec',
    accent: readable,
    panel,
    'on-panel': inkOn(panel),
    ...Object.fromEntries(tones),
  };
}
