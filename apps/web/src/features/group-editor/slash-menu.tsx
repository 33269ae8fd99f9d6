import type { Editor } from '@tiptap/core';
import { posToDOMRect } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { type CSSProperties, useEffect, useEffectEvent, useId, useMemo, useRef, useState } from 'react';
import { useFormat } from '../../i18n/use-format.ts';
import { useWritingText, writingTexts } from '../../i18n/writing-messages.ts';
import { fitting, type SlashItem, slashItems } from './slash-items.ts';
import { takeKeys } from './slash-keys.ts';
import { listNow } from './slash-list.ts';
import { slashMatch } from './slash-match.ts';
import styles from './slash-menu.module.css';

/**
 * What a slash offers: a list that narrows while one types, in any language. The focus stays in the text, which tells
 * a screen reader the active choice; arrows move, Enter and Tab choose, Escape leaves the slash as it is. On a phone
 * it stands above the thumb bar.
 */
export function SlashMenu({ editor }: { readonly editor: Editor }) {
  const match = useEditorState({
    editor,
    selector: ({ editor: current }) => (current.isFocused ? slashMatch(current.state) : undefined),
  });
  // Escape means this slash. It counts until there is none: a place would not outlive what others write meanwhile.
  const [dismissed, setDismissed] = useState(false);
  if (!match && dismissed) setDismissed(false);
  if (!match || dismissed) return null;
  return <Choices editor={editor} query={match.query} onDismiss={() => setDismissed(true)} />;
}

interface ChoicesProps {
  readonly editor: Editor;
  readonly query: string;
  readonly onDismiss: () => void;
}

function Choices({ editor, query, onDismiss }: ChoicesProps) {
  const t = useWritingText();
  const list = useId();
  const menu = useRef<HTMLDivElement>(null);
  const all = useItems();
  const items = fitting(all, query, editor);
  const [wanted, setWanted] = useState({ query, index: 0 });
  // A new letter makes a new list, which begins at its top.
  const active = wanted.query === query ? Math.min(wanted.index, items.length - 1) : 0;
  const activeId = items[active] && `${list}-${items[active].id}`;

  function choose(item: SlashItem) {
    const match = slashMatch(editor.state);
    if (match === undefined) return;
    editor.chain().focus().deleteRange({ from: match.from, to: match.to }).run();
    item.run(editor);
  }

  const onKey = useEffectEvent((event: KeyboardEvent): boolean => {
    const now = listNow(editor, all, { query, items, active });
    if (now === undefined || event.ctrlKey || event.metaKey || event.altKey) return false;
    const move = (by: number) =>
      setWanted({ query: now.query, index: (now.active + by + now.items.length) % now.items.length });
    const chosen = now.items[now.active];
    if (event.key === 'Escape') onDismiss();
    else if (chosen === undefined) return false;
    else if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) choose(chosen);
    else return false;
    return true;
  });
  useEffect(() => takeKeys(editor.state, (event) => onKey(event)), [editor]);

  // The text tells what is active, since it keeps the focus.
  useEffect(() => {
    const { dom } = editor.view;
    dom.setAttribute('aria-controls', list);
    dom.setAttribute('aria-haspopup', 'listbox');
    dom.setAttribute('aria-autocomplete', 'list');
    return () => {
      for (const name of TOLD) dom.removeAttribute(name);
    };
  }, [editor, list]);
  useEffect(() => {
    if (activeId === undefined) editor.view.dom.removeAttribute('aria-activedescendant');
    else editor.view.dom.setAttribute('aria-activedescendant', activeId);
    const option = activeId === undefined ? null : document.getElementById(activeId);
    option?.scrollIntoView({ block: 'nearest' });
  }, [activeId, editor]);

  return (
    <div ref={menu} className={styles['menu']} style={placeOf(editor)}>
      <div id={list} role="listbox" aria-label={t('slash.title')} className={styles['list']}>
        {items.map((item, index) => (
          <Choice
            key={item.id}
            id={`${list}-${item.id}`}
            item={item}
            isActive={index === active}
            onChoose={() => choose(item)}
          />
        ))}
      </div>
      <p role="status" className={items.length > 0 ? 'visually-hidden' : styles['none']}>
        {items.length > 0 ? t('slash.found', { count: items.length }) : t('slash.none')}
      </p>
    </div>
  );
}

interface ChoiceProps {
  readonly id: string;
  readonly item: SlashItem;
  readonly isActive: boolean;
  readonly onChoose: () => void;
}

function Choice({ id, item, isActive, onChoose }: ChoiceProps) {
  const t = useWritingText();
  const { icon: Icon, label, prefix, tone } = item;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are heard in the text, which has the focus
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={styles['choice']}
      // The text keeps the focus, and a phone its keyboard.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <Icon
        aria-hidden="true"
        size={19}
        strokeWidth={1.8}
        style={tone === undefined ? {} : { color: `var(--${tone})` }}
      />
      <span className={styles['label']}>{label}</span>
      {prefix !== undefined && (
        <>
          <span className="visually-hidden">, {t('slash.prefix', { prefix })}</span>
          <kbd aria-hidden="true" className={styles['prefix']}>
            {prefix}
          </kbd>
        </>
      )}
    </div>
  );
}

const TOLD = ['aria-controls', 'aria-haspopup', 'aria-autocomplete', 'aria-activedescendant'];

function useItems(): readonly SlashItem[] {
  const t = useWritingText();
  const { lang } = useFormat();
  return useMemo(() => {
    const all = writingTexts();
    return slashItems({
      lang,
      tool: (id) => t(`tool.${id}`),
      text: t('slash.text'),
      namesOf: (id) => all.map((say) => (id === 'text' ? say('slash.text') : say(`tool.${id}`))),
    });
  }, [lang, t]);
}

/** Below the slash, or above it where there is more room; a phone's place is in the style sheet. */
function placeOf(editor: Editor): CSSProperties {
  const match = slashMatch(editor.state);
  const { top, bottom, left } = posToDOMRect(editor.view, match?.from ?? 0, match?.from ?? 0);
  const below = window.innerHeight - bottom;
  const x = Math.max(8, Math.min(left, window.innerWidth - WIDTH - 8));
  const y =
    below >= MOST_HEIGHT || below >= top ? { top: bottom + 6 } : { bottom: window.innerHeight - top + 6 };
  const place = { '--menu-x': `${x}px`, '--menu-room': `${Math.max(below, top) - 20}px` };
  return { ...place, ...y };
}

/** As in the style sheet: 18rem, and as high as ten choices. */
const WIDTH = 288;
const MOST_HEIGHT = 400;
