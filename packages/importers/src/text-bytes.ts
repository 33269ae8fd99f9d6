import { UnreadableFile } from './importer.ts';

/**
 * The longest notes at hand, four days of them in one file, have 70 kB. The slowest parser reads between 60 kB and
 * 1 MB a second, so this is what a person can still wait for.
 */
export const MAX_TEXT_BYTES = 1024 * 1024;

/** The same with pictures in it, as some programs save them: twenty photographs that were made smaller. */
export const MAX_ILLUSTRATED_BYTES = 24 * 1024 * 1024;

/** A text file in UTF-8, with or without its mark; lines end with a line feed, control characters are spaces. */
export function decodeUtf8(
  bytes: Uint8Array,
  most = MAX_TEXT_BYTES,
): { readonly text: string; readonly cleaned: boolean } {
  if (bytes.length > most) throw new UnreadableFile('too-large');
  if (bytes.includes(0)) throw new UnreadableFile('binary');
  let decoded: string;
  try {
    decoded = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableFile('not-utf8');
  }
  return withoutControls(decoded);
}

/** Line ends as line feeds; other control characters, which no format of the report may hold, as spaces. */
export function withoutControls(decoded: string): { readonly text: string; readonly cleaned: boolean } {
  const lines = decoded.replace(/\r\n?/g, '\n');
  const text = visible(lines);
  return { text, cleaned: text !== lines };
}

/** Spaces for control characters. They come in by numbers, too: `&#1;`. */
export function visible(text: string): string {
  return text.replace(CONTROL, ' ');
}

/** All but the tab and the line feed: nobody sees them. */
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;
