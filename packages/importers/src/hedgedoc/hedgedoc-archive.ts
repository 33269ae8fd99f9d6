import type { DocNode } from '@plenary/document';
import { type BroughtPicture, type Importer, UnreadableFile } from '../importer.ts';
import { text as textNodes } from '../inline-nodes.ts';
import { Remarks } from '../remarks.ts';
import { decodeUtf8, MAX_ILLUSTRATED_BYTES } from '../text-bytes.ts';
import { unpack } from '../zip/unpack.ts';
import { readNote } from './hedgedoc.ts';

/**
 * HedgeDoc's export of all notes of a person: an archive of Markdown files, read in the order of their names. Pictures
 * that lie in it and that a note shows are kept, as in a report that was saved as Markdown.
 */
export const hedgedocArchive: Importer = {
  read: async (bytes, kinds = {}) => {
    const remarks = new Remarks();
    const others: string[] = [];
    const files = unpack(bytes, (name) => {
      // What macOS adds to archives is about files and none itself.
      if (name.endsWith('/') || /(?:^|\/)(?:__MACOSX\/|\.)/.test(name)) return false;
      const isWanted = NOTE.test(name) || PICTURE.test(name);
      if (!isWanted) others.push(name);
      return isWanted;
    });
    const names = Array.from(files.keys()).toSorted();
    const notes = names.filter((name) => NOTE.test(name));
    if (notes.length === 0) throw new UnreadableFile('nothing-inside');
    const length = notes.reduce((sum, name) => sum + (files.get(name)?.length ?? 0), 0);
    if (length > MAX_ILLUSTRATED_BYTES) throw new UnreadableFile('too-large');

    const shown = new Set<string>();
    const blocks: DocNode[] = [];
    const pictures: BroughtPicture[] = [];
    for (const name of notes) {
      const beside = (address: string): Uint8Array | undefined => {
        const path = pathFrom(name, address);
        const file = PICTURE.test(path) ? files.get(path) : undefined;
        if (file !== undefined) shown.add(path);
        return file;
      };
      const text = decodeUtf8(files.get(name) ?? new Uint8Array(), MAX_ILLUSTRATED_BYTES);
      const note = readNote({ ...text, beside, picturesBefore: pictures.length, kinds });
      remarks.addAll(note.remarks);
      pictures.push(...note.pictures);
      blocks.push(...titled(name, note.blocks));
    }
    const unused = names.filter((name) => PICTURE.test(name) && !shown.has(name));
    for (const name of [...others, ...unused]) remarks.add('file-left-out', name);
    return { blocks, pictures, remarks: remarks.list() };
  },
};

const NOTE = /\.(?:md|markdown)$/i;
const PICTURE = /\.(?:jpe?g|png|gif|webp|avif)$/i;

/** The name of a file in the archive that a note calls by this address. */
function pathFrom(note: string, address: string): string {
  const base = `archive:/${encodeURI(note)}`;
  const path = URL.parse(address, base);
  if (path === null || path.protocol !== 'archive:') return '';
  try {
    return decodeURIComponent(path.pathname.slice(1));
  } catch {
    return '';
  }
}

/** A note below the name of its file, unless it begins with a title of its own. */
function titled(name: string, blocks: readonly DocNode[]): readonly DocNode[] {
  if (blocks.some(({ type, attrs }) => type === 'heading' && attrs?.['level'] === 1)) return blocks;
  const title = name.replace(/^.*\//, '').replace(/\.\w+$/, '');
  return [{ type: 'heading', attrs: { level: 1 }, content: textNodes(title) }, ...blocks];
}
