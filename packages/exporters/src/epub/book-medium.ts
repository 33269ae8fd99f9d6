import type { Anchor } from '@plenary/report-ast';
import { assetPath } from '../assets.ts';
import { heading, htmlBlocks } from '../html/html-blocks.ts';
import type { HtmlPlace, Medium, NotedPart } from '../html/html-place.ts';
import { noteId, noteRefId, type NumberedNote } from '../html/notes.ts';
import { tag } from '../html/tag.ts';
import { NO_XML, type Xml, xmlText } from '../xml/xml.ts';

/** A book of several files, whose notes open where they are touched. `here` is the file that is being written. */
export function bookMedium(files: ReadonlyMap<Anchor, string>, here: string): Medium {
  return {
    id: idOf,
    href: (anchor) => {
      const file = files.get(anchor);
      return `${file === undefined || file === here ? '' : file}#${idOf(anchor)}`;
    },
    src: (picture, asset) => assetPath(picture, asset),
    // A reading device refuses a book for one address that is not spelled as a URL.
    url: (address) => address.replaceAll(/[^!-~]|["<>[\\\]^`{|}]/gu, encodeURIComponent),
    permalinks: false,
    scrolls: false,
    noteReference: { 'epub:type': 'noteref', role: 'doc-noteref' },
    notes: bookNotes,
  };
}

/** XML wants a letter first. */
function idOf(anchor: Anchor): string {
  return `a-${anchor}`;
}

/** Each note as an aside, which reading devices show over the text and leave out where it stands. */
function bookNotes(notes: readonly NumberedNote[], part: NotedPart, place: HtmlPlace): Xml {
  if (notes.length === 0) return NO_XML;
  const { words } = place;
  const asides = notes.map(({ number, note }) => {
    const back = { href: `#${noteRefId(number)}`, role: 'doc-backlink', 'aria-label': words.backToText };
    return tag('aside', { id: noteId(number), 'epub:type': 'footnote', role: 'doc-footnote' }, [
      tag('p', { class: 'back-to-text' }, tag('a', back, xmlText(`${number}.`))),
      htmlBlocks(note.children, place),
    ]);
  });
  const id = `_notes-${part.anchor}`;
  const frame = { class: 'notes', 'epub:type': 'footnotes', role: 'doc-endnotes', 'aria-labelledby': id };
  return tag('section', frame, [heading(place.level, { id }, xmlText(words.notes)), ...asides]);
}
