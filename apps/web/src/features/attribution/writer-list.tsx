import type { GroupDetail } from '@plenary/protocol';
import type { Editor } from '@tiptap/core';
import { useTranslation } from '../../i18n/i18n.ts';
import type * as Y from 'yjs';
import { presenceColour } from '../../ui/presence-colours.ts';
import styles from './attribution.module.css';
import './written.css';
import { useWriters } from './use-writers.ts';
import { nextPassage } from './attribution.ts';

interface WriterListProps {
  readonly editor: Editor;
  readonly doc: Y.Doc;
  readonly group: GroupDetail;
}

/** Colours the text while it is shown. Each name leads to that person's next passage, for whoever sees no colours. */
export function WriterList({ doc, editor, group }: WriterListProps) {
  const { t } = useTranslation();
  const { writers, failed } = useWriters(editor, doc, group);
  if (failed) return <p className={styles['note']}>{t('attribution.failed')}</p>;
  if (writers.length === 0) return <p className={styles['note']}>{t('attribution.nobody')}</p>;
  return (
    <>
      <ul className={styles['list']}>
        {writers.map(({ id, name, colour, clients }) => (
          <li key={id}>
            <button
              type="button"
              title={t('attribution.next', { name })}
              onClick={() => jump(editor, new Set(clients))}
            >
              <span
                className={styles['swatch']}
                style={{ background: presenceColour(colour) }}
                aria-hidden="true"
              />
              {name}
              {id === group.me.id && ` (${t('presence.you')})`}
            </button>
          </li>
        ))}
      </ul>
      <p className={styles['note']}>{t('attribution.about')}</p>
    </>
  );
}

/** Selects the passage, so that it is seen and read aloud. */
function jump(editor: Editor, clients: ReadonlySet<number>): void {
  const passage = nextPassage(editor.state, clients, editor.state.selection.from);
  if (passage === undefined) return;
  editor.chain().setTextSelection({ from: passage.from, to: passage.to }).focus().scrollIntoView().run();
}
