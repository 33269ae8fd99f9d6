import { Unzip, UnzipInflate } from 'fflate';
import { UnreadableFile } from '../importer.ts';

/** The longest document at hand has 250 kB; with the photographs of a visit as phones take them it has ten times four megabytes. */
export const MAX_ARCHIVE_BYTES = 40 * 1024 * 1024;

/** Files in one archive. A Word document has twenty and one for each picture. */
export const MAX_ENTRIES = 2_000;

/** What all files asked for may come to, unpacked: a book of a thousand pages has some ten megabytes. */
export const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;

/** Word's files become 5 to 30 times larger when unpacked; the tightest of bombs a thousand times. */
export const MAX_RATIO = 200;

/** Below this even a bomb does no harm, and a short file of blanks may well shrink to nothing. */
const SMALL = 1024 * 1024;

/**
 * The files of an archive whose names are wanted, unpacked. Looks at what comes out and not at what the archive says
 * of itself, and stops as soon as a limit is passed. Throws `UnreadableFile`.
 */
export function unpack(
  archive: Uint8Array,
  isWanted: (name: string) => boolean,
): ReadonlyMap<string, Uint8Array> {
  if (archive.length > MAX_ARCHIVE_BYTES) throw new UnreadableFile('too-large');
  const listed = entriesListed(archive);
  const unpacking = new Unpacking(isWanted);
  try {
    // In small pieces, so that a bomb is noticed after one of them: each becomes 16 MiB at the most.
    for (let at = 0; at < archive.length; at += PIECE) {
      unpacking.push(archive.subarray(at, at + PIECE), at + PIECE >= archive.length);
    }
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile('damaged');
  }
  return unpacking.end(listed);
}

/**
 * How many files the list at the end of the archive names. Without that list the archive is cut short, and what stood
 * behind the cut would be missing in silence.
 */
function entriesListed(archive: Uint8Array): number {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const furthest = Math.max(0, archive.length - END_LENGTH - MAX_ARCHIVE_COMMENT);
  for (let at = archive.length - END_LENGTH; at >= furthest; at -= 1) {
    if (view.getUint32(at, true) === END_SIGNATURE) return view.getUint16(at + ENTRIES_AT, true);
  }
  throw new UnreadableFile('damaged');
}

const END_SIGNATURE = 0x06054b50;
const END_LENGTH = 22;
const ENTRIES_AT = 10;
const MAX_ARCHIVE_COMMENT = 0xffff;
/** Says that the number stands elsewhere, because it is larger. */
const ENTRIES_ELSEWHERE = 0xffff;

const PIECE = 16 * 1024;

class Unpacking {
  readonly #files = new Map<string, Uint8Array[]>();
  readonly #unzip: Unzip;
  #entries = 0;
  #bytes = 0;
  #pushed = 0;
  #open = 0;

  constructor(isWanted: (name: string) => boolean) {
    this.#unzip = new Unzip((file) => {
      this.#entries += 1;
      if (this.#entries > MAX_ENTRIES) throw new UnreadableFile('too-large');
      if (!isWanted(file.name)) return;
      // Readers disagree about which of two files with one name counts, and what one checked the other would read.
      if (this.#files.has(file.name)) throw new UnreadableFile('damaged');
      const pieces: Uint8Array[] = [];
      this.#files.set(file.name, pieces);
      this.#open += 1;
      file.ondata = (error, piece, final) => {
        if (error) throw error;
        this.#count(piece.length);
        pieces.push(piece.slice());
        if (final) this.#open -= 1;
      };
      file.start();
    });
    this.#unzip.register(UnzipInflate);
  }

  push(piece: Uint8Array, final: boolean): void {
    this.#pushed += piece.length;
    this.#unzip.push(piece, final);
  }

  end(listed: number): ReadonlyMap<string, Uint8Array> {
    const isWhole = this.#open === 0 && (listed === this.#entries || listed === ENTRIES_ELSEWHERE);
    if (!isWhole) throw new UnreadableFile('damaged');
    return new Map(Array.from(this.#files, ([name, pieces]) => [name, joined(pieces)]));
  }

  #count(bytes: number): void {
    this.#bytes += bytes;
    const most = Math.min(MAX_UNPACKED_BYTES, Math.max(SMALL, this.#pushed * MAX_RATIO));
    if (this.#bytes > most) throw new UnreadableFile('too-large');
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
