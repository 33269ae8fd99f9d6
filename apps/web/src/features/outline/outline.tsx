import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useTranslation } from '../../i18n/i18n.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWritingText } from '../../i18n/writing-messages.ts';
import { jumpTo } from '../../collab/jump-to.ts';
import { SideTitle } from '../../ui/side-title.tsx';
import styles from './outline.module.css';
import { type Demand, readOutline, readWants, type Want } from './read-outline.ts';

/** The parts of a document, each a way to it: those still empty, those that have to be filled, those that are too long. */
export function Outline({ editor, parts }: { readonly editor: Editor; readonly parts: readonly Demand[] }) {
  const { t } = useTranslation();
  const writing = useWritingText();
  const format = useFormat();
  const entries = useEditorState({
    editor,
    selector: ({ editor: current }) => {
      const { doc } = current.state;
      const read = readOutline(doc);
      const wants = readWants(doc, read, parts, current.view.dom.lang);
      return read.map((entry) => ({ ...entry, want: wants.get(entry.position) }));
    },
  });
  const told = (want: Want): string =>
    want.kind === 'empty'
      ? writing('outline.required')
      : writing('outline.long', { words: format.number(want.words), limit: format.number(want.limit) });
  const here = useEditorState({
    editor,
    selector: ({ editor: current }) => {
      const { from } = current.state.selection;
      return readOutline(current.state.doc).findLast(({ position }) => position <= from)?.position;
    },
  });
  return (
    <nav aria-labelledby="outline">
      <SideTitle id="outline">{t('outline.title')}</SideTitle>
      <ol className={styles['list']}>
        {entries.map(({ empty, level, position, text, want }) => (
          <li key={position} data-level={level}>
            <button
              type="button"
              aria-current={position === here ? 'location' : undefined}
              onClick={() => jumpTo(editor, position, text.length + 1)}
            >
              {text}
              {want && (
                <>
                  {' '}
                  <span className={styles['want']} data-want={want.kind}>
                    · {told(want)}
                  </span>
                </>
              )}
              {empty && !want && <span className={styles['empty']}> · {t('outline.empty')}</span>}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
