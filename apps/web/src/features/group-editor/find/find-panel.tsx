import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { CaseSensitive, ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useWritingText } from '../../../i18n/writing-messages.ts';
import { Button } from '../../../ui/button.tsx';
import { say } from '../said.ts';
import styles from './find-panel.module.css';
import {
  currentOf,
  found,
  goToFirst,
  goToMatch,
  paintMatches,
  paintNothing,
  replaceAll,
  replaceMatch,
} from './finding.ts';

interface FindPanelProps {
  readonly editor: Editor;
  readonly onClose: () => void;
}

/** Finds words in the text and replaces them. Enter goes on, Shift and Enter back, Escape closes and stays there. */
export function FindPanel({ editor, onClose }: FindPanelProps) {
  const t = useWritingText();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(() => selectedText(editor));
  const [exact, setExact] = useState(false);
  const [replacement, setReplacement] = useState('');
  const { count, current } = useEditorState({
    editor,
    selector: ({ editor: { state } }) => ({
      count: found(state.doc, { text, exact }).length,
      current: currentOf(state, { text, exact }) + 1,
    }),
  });
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  useEffect(() => {
    paintMatches(editor, { text, exact });
  }, [editor, exact, text]);
  useEffect(() => () => paintNothing(editor), [editor]);

  const query = { text, exact };
  function search(wanted: string) {
    setText(wanted);
    goToFirst(editor, { text: wanted, exact });
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onClose();
    editor.commands.focus();
  }
  const told =
    text === ''
      ? ''
      : count === 0
        ? t('find.none')
        : current === 0
          ? t('find.count', { count })
          : t('find.place', { current, count });
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it is a landmark; its fields have the keys
    <search className={styles['panel']} aria-label={t('find.title')} onKeyDown={onKeyDown}>
      <div className={styles['row']}>
        <input
          ref={field}
          className={styles['field']}
          aria-label={t('find.wanted')}
          placeholder={t('find.wanted')}
          value={text}
          autoComplete="off"
          enterKeyHint="search"
          data-find
          onChange={({ target }) => search(target.value)}
          onKeyDown={(event) => onEnter(event, (direction) => goToMatch(editor, query, direction))}
        />
        <span role="status" className={styles['count']}>
          {told}
        </span>
        <button
          type="button"
          aria-label={t('find.before')}
          title={t('find.before')}
          onClick={() => goToMatch(editor, query, -1)}
        >
          <ChevronUp aria-hidden="true" size={19} />
        </button>
        <button
          type="button"
          aria-label={t('find.next')}
          title={t('find.next')}
          onClick={() => goToMatch(editor, query, 1)}
        >
          <ChevronDown aria-hidden="true" size={19} />
        </button>
        <button
          type="button"
          aria-label={t('find.exact')}
          title={t('find.exact')}
          aria-pressed={exact}
          onClick={() => setExact(!exact)}
        >
          <CaseSensitive aria-hidden="true" size={19} />
        </button>
        <button
          type="button"
          aria-label={t('find.close')}
          title={t('find.close')}
          onClick={() => {
            onClose();
            editor.commands.focus();
          }}
        >
          <X aria-hidden="true" size={19} />
        </button>
      </div>
      <div className={styles['row']}>
        <input
          className={styles['field']}
          aria-label={t('find.replacement')}
          placeholder={t('find.replacement')}
          value={replacement}
          autoComplete="off"
          onChange={({ target }) => setReplacement(target.value)}
          onKeyDown={(event) => onEnter(event, () => replaceMatch(editor, query, replacement))}
        />
        <Button look="quiet" onClick={() => replaceMatch(editor, query, replacement)}>
          {t('find.replace')}
        </Button>
        <Button
          look="quiet"
          onClick={() => say(editor, t('find.replaced', { count: replaceAll(editor, query, replacement) }))}
        >
          {t('find.replaceAll')}
        </Button>
      </div>
    </search>
  );
}

function onEnter(event: KeyboardEvent, action: (direction: -1 | 1) => void) {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
  event.preventDefault();
  action(event.shiftKey ? -1 : 1);
}

/** Words that are selected are what one looks for; a whole paragraph is not. */
function selectedText({ state }: Editor): string {
  const { $from, $to, from, to } = state.selection;
  return $from.sameParent($to) && to - from <= LONGEST ? state.doc.textBetween(from, to) : '';
}

const LONGEST = 60;
