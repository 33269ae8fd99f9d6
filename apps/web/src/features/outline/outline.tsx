import type { Editor } from '@tiptap/core';
import { useCallback } from 'react';
import { useTranslation } from '../../i18n/i18n.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWritingText } from '../../i18n/writing-messages.ts';
import { jumpTo } from '../../collab/jump-to.ts';
import { useQuietState } from '../../collab/use-quiet-state.ts';
import { SideTitle } from '../../ui/side-title.tsx';
import styles from './outline.module.css';
import { type Demand, readOutline, readWants, type Want } from './read-outline.ts';

/** The parts of a document, each a way to it: those still empty, those that have to be filled, those that are too long. */
export function Outline({ editor, parts }: { readonly editor: Editor; readonly parts: readonly Demand[] }) {
  const { t } = useTranslation();
  const writing = useWritingText();
  const format = useFormat();
  const { entries, here } = useQuietState(
    editor,
    useCallback((current: Editor) => readParts(current, parts), [parts]),
  );
  const told = (want: Want): string =>
    want.kind === 'empty'
      ? writing('outline.required')
      : writing('outline.long', { words: format.number(want.words), limit: format.number(want.limit) });
  return (
    <nav aria-labelledby="outline">
      <SideTitle id="outline">{t('outline.title')}</SideTitle>
      <ol className={styles['list']}>
        {entries.map(({ empty, level, position, text, want }, index) => (
          <li key={position} data-level={level}>
            <button
              type="button"
              aria-current={position === here ? 'location' : undefined}
              onClick={() => jumpToHeading(editor, text, index)}
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

function readParts(editor: Editor, parts: readonly Demand[]) {
  const { doc, selection } = editor.state;
  const read = readOutline(doc);
  const wants = readWants(doc, read, parts, editor.view.dom.lang);
  return {
    entries: read.map((entry) => ({ ...entry, want: wants.get(entry.position) })),
    here: read.findLast(({ position }) => position <= selection.from)?.position,
  };
}

/** Where the heading is now; the list may be a moment older. */
function jumpToHeading(editor: Editor, text: string, index: number): void {
  const entries = readOutline(editor.state.doc);
  const same = entries[index]?.text === text ? entries[index] : entries.find((entry) => entry.text === text);
  const entry = same ?? entries[index];
  if (entry) jumpTo(editor, entry.position, entry.text.length + 1);
}
