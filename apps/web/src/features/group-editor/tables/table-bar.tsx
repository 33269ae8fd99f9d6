import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { type KeyboardEvent, type RefObject, useEffect } from 'react';
import { useTranslation } from '../../../i18n/i18n.ts';
import { useWritingText } from '../../../i18n/writing-messages.ts';
import { say } from '../said.ts';
import { useRovingFocus } from '../use-roving-focus.ts';
import type { Pull } from './column-width.ts';
import styles from './table-bar.module.css';
import { depthOfTable } from './table-keys.ts';
import { hasCellsSelected, TABLE_TOOLS, type TableTool, tableSize } from './table-tools.ts';

/**
 * What one can do to the table the caret is in. It floats above the table, or below the toolbar where the top of the
 * table has scrolled away, so that nothing moves when it comes; on a phone it stands above the thumb bar.
 */
export function TableBar({ editor }: { readonly editor: Editor }) {
  const t = useWritingText();
  const { t: common } = useTranslation();
  const { ref, onFocus, onKeyDown: onArrow } = useRovingFocus<HTMLDivElement>();
  usePlaceAbove(ref, editor);
  const shown = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      several: hasCellsSelected(current),
      active: TABLE_TOOLS.flat().flatMap(({ id, isActive }) => (isActive?.(current) === true ? [id] : [])),
      idle: TABLE_TOOLS.flat().flatMap(({ id, isPossible }) => (isPossible?.(current) === false ? [id] : [])),
    }),
  });

  function use(tool: TableTool) {
    const done = tool.run(editor);
    if (tool.says === 'width') {
      // `pullColumn` gives the width.
      const pull = done as Pull | undefined;
      if (pull) say(editor, common('table.width', { ...pull }));
      return;
    }
    const size = tableSize(editor);
    if (tool.says === 'size' && size) say(editor, t('table.size', { ...size }));
    else say(editor, t(`table.${tool.says === 'size' ? 'gone' : tool.says}`));
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    if (event.key === 'Escape') editor.commands.focus();
    else onArrow(event);
  }

  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- one of its buttons always does
    <div
      ref={ref}
      role="toolbar"
      data-table-tools
      aria-label={t('table.title')}
      className={styles['bar']}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      // The text keeps the focus, and a phone its keyboard.
      onMouseDown={(event) => event.preventDefault()}
    >
      {TABLE_TOOLS.map((group) => (
        <div key={group[0]?.id} className={styles['group']}>
          {group.map((tool) => {
            const Icon = tool.icon;
            const name = t(`table.${tool.id === 'merge' && !shown.several ? 'mergeNext' : tool.id}`);
            return (
              <button
                type="button"
                key={tool.id}
                className={styles['tool']}
                aria-label={name}
                title={name}
                aria-pressed={tool.isActive ? shown.active.includes(tool.id) : undefined}
                aria-disabled={shown.idle.includes(tool.id) || undefined}
                onClick={() => !shown.idle.includes(tool.id) && use(tool)}
              >
                <Icon aria-hidden="true" size={18} strokeWidth={1.9} />
              </button>
            );
          })}
        </div>
      ))}
    </div>
  );
}

/** Keeps the bar where the table is. Its own style sheet ignores the place on a phone. */
function usePlaceAbove(bar: RefObject<HTMLDivElement | null>, editor: Editor): void {
  useEffect(() => {
    const place = () => {
      const table = tableElement(editor);
      const element = bar.current;
      if (!table || !element) return;
      const around = table.getBoundingClientRect();
      const toolbar = document.querySelector('[data-toolbar]')?.getBoundingClientRect().bottom ?? 0;
      const top = Math.min(
        Math.max(around.top - element.offsetHeight - GAP, toolbar + GAP),
        around.bottom - element.offsetHeight,
      );
      const left = Math.max(GAP, Math.min(around.left, window.innerWidth - element.offsetWidth - GAP));
      element.style.setProperty('--bar-x', `${Math.round(left)}px`);
      element.style.setProperty('--bar-y', `${Math.round(top)}px`);
    };
    place();
    const controller = new AbortController();
    const options = { signal: controller.signal, passive: true };
    window.addEventListener('scroll', place, options);
    window.addEventListener('resize', place, options);
    let frame: number | undefined;
    // Where the table is can be asked once a frame; a key must not wait for it.
    const placeSoon = () => {
      frame ??= requestAnimationFrame(() => {
        frame = undefined;
        place();
      });
    };
    editor.on('transaction', placeSoon);
    return () => {
      controller.abort();
      if (frame !== undefined) cancelAnimationFrame(frame);
      editor.off('transaction', placeSoon);
    };
  }, [bar, editor]);
}

/** Between the bar and what it stands beside. */
const GAP = 6;

function tableElement({ state, view }: Editor): HTMLElement | undefined {
  const depth = depthOfTable(state.selection.$from);
  const shown = depth === undefined ? null : view.nodeDOM(state.selection.$from.before(depth));
  return shown instanceof HTMLElement ? shown : undefined;
}
