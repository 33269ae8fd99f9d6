import { closeSync, openSync, readSync } from 'node:fs';
import type { Coverage } from '@plenary/report-ast';

/** The characters for which one of these fonts has a drawing. Reads the files each time. */
export function coverageOf(files: readonly string[]): Coverage {
  return joined(files.flatMap(rangesOf));
}

/** Reads the `cmap` table of a font file (OpenType 1.9, formats 4 and 12), and nothing else of its megabytes. */
function rangesOf(file: string): Coverage {
  const handle = openSync(file, 'r');
  try {
    const read = (at: number, length: number): Buffer => {
      const bytes = Buffer.alloc(length);
      readSync(handle, bytes, 0, length, at);
      return bytes;
    };
    const tables = read(0, 12).readUInt16BE(4);
    const directory = read(12, tables * 16);
    for (let at = 0; at < directory.length; at += 16) {
      if (directory.toString('latin1', at, at + 4) === 'cmap')
        return charactersIn(read(directory.readUInt32BE(at + 8), directory.readUInt32BE(at + 12)));
    }
    return [];
  } finally {
    closeSync(handle);
  }
}

function charactersIn(cmap: Buffer): Coverage {
  const found: (readonly [number, number])[] = [];
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const at = cmap.readUInt32BE(4 + index * 8 + 4);
    const format = cmap.readUInt16BE(at);
    if (format === 12) found.push(...groups(cmap, at));
    if (format === 4) found.push(...segments(cmap, at));
  }
  return found;
}

function* groups(cmap: Buffer, at: number): Generator<readonly [number, number]> {
  const count = cmap.readUInt32BE(at + 12);
  for (let group = at + 16; group < at + 16 + count * 12; group += 12)
    yield [cmap.readUInt32BE(group), cmap.readUInt32BE(group + 4)];
}

/** Segments may hold characters without a drawing, so each is asked. */
function* segments(cmap: Buffer, at: number): Generator<readonly [number, number]> {
  const size = cmap.readUInt16BE(at + 6);
  const [ends, starts] = [at + 14, at + 16 + size];
  for (let offset = 0; offset < size; offset += 2) {
    const [first, last] = [cmap.readUInt16BE(starts + offset), cmap.readUInt16BE(ends + offset)];
    const delta = cmap.readUInt16BE(starts + size + offset);
    const where = starts + size * 2 + offset;
    const shift = cmap.readUInt16BE(where);
    for (let code = first; code <= last && code < 0xffff; code += 1) {
      const glyph =
        shift === 0 ? (code + delta) & 0xffff : cmap.readUInt16BE(where + shift + (code - first) * 2);
      if (glyph !== 0) yield [code, code];
    }
  }
}

function joined(ranges: Coverage): Coverage {
  const found: [number, number][] = [];
  for (const [first, last] of ranges.toSorted(([left], [right]) => left - right)) {
    const before = found.at(-1);
    if (before !== undefined && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else found.push([first, last]);
  }
  return found;
}
