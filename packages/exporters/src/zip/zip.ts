import { strToU8, type Zippable, zipSync } from 'fflate';

/** A file inside an archive. */
export interface ZipEntry {
  readonly path: string;
  /** Text is written as UTF-8. */
  readonly data: string | Uint8Array;
  /** Written as it is: for what a format wants to read without unpacking, and for pictures, which are packed already. */
  readonly stored?: boolean;
}

/**
 * The entries as a ZIP archive, in the order given. The same entries give the same bytes at any time, in any time zone:
 * all of them are dated 1 January 1980, the first day the format knows. Paths are unique and no plain numbers.
 */
export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const files: Zippable = {};
  for (const { path, data, stored = false } of entries) {
    files[path] = [
      typeof data === 'string' ? strToU8(data) : data,
      { level: stored ? 0 : LEVEL, mtime: FIRST_DAY },
    ];
  }
  return zipSync(files);
}

// An archive holds local time, and so does this: noon reads as noon everywhere, whatever the clocks do at midnight.
const FIRST_DAY = new Date(1980, 0, 1, 12);

/** The level zlib takes by itself: 9 takes twice as long for 1 % less. */
const LEVEL = 6;
