import type { Xml } from '../xml/xml.ts';
import { NO_XML, xmlText } from '../xml/xml.ts';
import { heading, htmlBlocks } from './html-blocks.ts';
import type { HtmlPlace, NotedPart } from './html-place.ts';
import { noteId, noteRefId, type NumberedNote } from './notes.ts';
import { tag } from './tag.ts';

/**
 * The notes of a part at its end, which is where paper has them, too. They are a landmark, so each list is named by the
 * part it belongs to.
 */
export function htmlNotes(
  notes: readonly NumberedNote[],
  { anchor, titleId }: NotedPart,
  place: HtmlPlace,
): Xml {
  if (notes.length === 0) return NO_XML;
  const id = `_notes-${anchor}`;
  const items = notes.map(({ number, note }) => {
    const back = {
      href: `#${noteRefId(number)}`,
      role: 'doc-backlink',
      'aria-label': place.words.backToText,
    };
    return tag('li', { id: noteId(number), value: number }, [
      htmlBlocks(note.children, place),
      tag('p', { class: 'back-to-text' }, tag('a', back, xmlText('↩'))),
    ]);
  });
  const frame = { class: 'notes', role: 'doc-endnotes', 'aria-labelledby': `${id} ${titleId}` };
  return tag('section', frame, [
    heading(place.level, { id }, xmlText(place.words.notes)),
    tag('ol', {}, items),
  ]);
}
