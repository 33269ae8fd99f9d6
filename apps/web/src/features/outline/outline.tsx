import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useTranslation } from '../../i18n/i18n.ts';
import { jumpTo } from '../../collab/jump-to.ts';
import styles from './outline.module.css';
import { readOutline } from './read-outline.ts';

/** The parts of a document, those still empty said softly, each a way to it. */
export function Outline({ editor }: { readonly editor: Editor }) {
  const { t } = useTranslation();
  const entries = useEditorState({
    editor,
    selector: ({ editor: current }) => readOutline(current.state.doc),
  });
  const here = useEditorState({
    editor,
    selector: ({ editor: current }) => {
      const { from } = current.state.selection;
      return readOutline(current.state.doc).findLast(({ position }) => position <= from)?.position;
    },
  });
  return (
    <nav aria-labelledby="outline">
      <h2 id="outline" className={styles['title']}>
        {t('outline.title')}
      </h2>
      <ol className={styles['list']}>
        {entries.map(({ empty, level, position, text }) => (
          <li key={position} data-level={level}>
            <button
              type="button"
              aria-current={position === here ? 'location' : undefined}
              onClick={() => jumpTo(editor, position, text.length + 1)}
            >
              {text}
              {empty && <span className={styles['empty']}> · {t('outline.empty')}</span>}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
