import type { Editor } from '@tiptap/core';
import { CornerLeftUp } from 'lucide-react';
import { useQuietState } from '../../../collab/use-quiet-state.ts';
import { useWritingText } from '../../../i18n/writing-messages.ts';
import { openNote } from './note-keys.ts';
import { notesIn } from './note-places.ts';
import { idOfNote, numberOfNote } from './note-view.ts';
import styles from './notes-below.module.css';

/** The notes of the text in their order, each with the way back to its number. */
export function NotesBelow({ editor }: { readonly editor: Editor }) {
  const t = useWritingText();
  const notes = useQuietState(editor, notesOf);
  function goTo(number: number) {
    if (editor.isEditable) openNote(editor, number);
    else {
      const place = numberOfNote(editor, number);
      place?.scrollIntoView({ block: 'center' });
      place?.focus({ preventScroll: true });
    }
  }
  return (
    <section className={styles['notes']} aria-label={t('note.title')}>
      <h2>{t('note.title')}</h2>
      <ol>
        {notes.map((words, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a note is known by its number
          <li key={index} id={idOfNote(index + 1)}>
            <span className={styles['words']}>{words === '' ? t('note.untold') : words}</span>
            <button
              type="button"
              aria-label={t('note.goTo', { number: index + 1 })}
              title={t('note.goTo', { number: index + 1 })}
              onClick={() => goTo(index + 1)}
            >
              <CornerLeftUp aria-hidden="true" size={16} />
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

function notesOf(editor: Editor): readonly string[] {
  return notesIn(editor.state.doc).map(({ node }) => node.textBetween(0, node.content.size, undefined, '\n'));
}
