import type { DocNode } from '@plenary/document';
import { type Importer, UnreadableFile } from '../importer.ts';
import { text } from '../inline-nodes.ts';
import { Remarks } from '../remarks.ts';
import { MAX_TEXT_BYTES, decodeUtf8 } from '../text-bytes.ts';
import { unpack } from '../zip/unpack.ts';
import { readNote } from './hedgedoc.ts';

/** HedgeDoc's export of all notes of a person: an archive of Markdown files, read in the order of their names. */
export const hedgedocArchive: Importer = {
  read: async (bytes) => {
    const remarks = new Remarks();
    const notes = unpack(bytes, (name) => {
      // What macOS adds to archives is about files and none itself.
      if (name.endsWith('/') || /(?:^|\/)(?:__MACOSX\/|\.)/.test(name)) return false;
      const isNote = /\.(?:md|markdown)$/i.test(name);
      if (!isNote) remarks.add('file-left-out', name);
      return isNote;
    });
    if (notes.size === 0) throw new UnreadableFile('nothing-inside');
    const length = Array.from(notes.values()).reduce((sum, note) => sum + note.length, 0);
    if (length > MAX_TEXT_BYTES) throw new UnreadableFile('too-large');
    const sorted = Array.from(notes).toSorted(([a], [b]) => (a < b ? -1 : 1));
    const blocks = sorted.flatMap(([name, note]) => blocksOf(name, note, remarks));
    return { blocks, remarks: remarks.list() };
  },
};

/** A note below the name of its file, unless it begins with a title of its own. */
function blocksOf(name: string, note: Uint8Array, remarks: Remarks): readonly DocNode[] {
  const decoded = decodeUtf8(note);
  const { blocks, remarks: found } = readNote(decoded.text, decoded.cleaned);
  remarks.addAll(found);
  if (blocks.some(({ type, attrs }) => type === 'heading' && attrs?.['level'] === 1)) return blocks;
  const title = name.replace(/^.*\//, '').replace(/\.\w+$/, '');
  return [{ type: 'heading', attrs: { level: 1 }, content: text(title) }, ...blocks];
}
