import { blocks, insertOutcome } from '@plenary/blocks';
import { blockViews } from '@plenary/blocks/react';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { CircleHelp, Ellipsis } from 'lucide-react';
import { type MouseEvent, useMemo } from 'react';
import { useFormat } from '../../i18n/use-format.ts';
import { useWritingText } from '../../i18n/writing-messages.ts';
import { atCaret } from './caret-context.ts';
import { applyTool, FORMATTING, type Tool } from './formatting.ts';
import { newId } from './new-id.ts';
import { KINDS, shortcutOf } from './outcome-shortcuts.ts';
import { openPanel, usePanel } from './panels.ts';
import { readableKeys } from './readable-keys.ts';
import styles from './toolbar.module.css';
import { useKeyboardInset } from './use-keyboard-inset.ts';
import { useRovingFocus } from './use-roving-focus.ts';

/**
 * What one inserts and how one formats. One row that scrolls sideways; one stop of the Tab key, arrows inside. On a
 * phone it stands above the keyboard, where a thumb is.
 */
export function Toolbar({ editor }: { readonly editor: Editor }) {
  const t = useWritingText();
  const { lang } = useFormat();
  const panel = usePanel(editor);
  useKeyboardInset();
  const roving = useRovingFocus<HTMLDivElement>();
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- one of its buttons always does
    <div
      {...roving}
      role="toolbar"
      data-toolbar
      aria-label={t('tool.title')}
      className={styles['bar']}
      onMouseDown={keepFocus}
    >
      {KINDS.map((kind, index) => {
        const { icon: Icon } = blockViews[kind];
        const { tone, words } = blocks[kind];
        const { label } = words[lang];
        const [prefix] = blockViews[kind].prefixes;
        return (
          <button
            type="button"
            key={kind}
            className={styles['kind']}
            style={{ color: `var(--${tone})` }}
            title={`${label} (${prefix}, ${readableKeys(shortcutOf(index), t('help.shift'))})`}
            onClick={() => editor.chain().focus().command(insertOutcome(kind, newId())).run()}
          >
            <Icon aria-hidden="true" size={18} strokeWidth={1.9} />
            <span>{label}</span>
          </button>
        );
      })}
      <span aria-hidden="true" className={styles['break']} />
      {FORMATTING.map((group) => (
        <ToolGroup key={group.id} editor={editor} tools={group.tools} />
      ))}
      <span aria-hidden="true" className={styles['separator']} />
      <button
        type="button"
        className={styles['tool']}
        aria-label={t('tool.more')}
        title={t('tool.more')}
        aria-haspopup="menu"
        aria-expanded={panel === 'more'}
        data-more
        onClick={() => openPanel(editor, panel === 'more' ? undefined : 'more')}
      >
        <Ellipsis aria-hidden="true" size={19} />
      </button>
      <button
        type="button"
        className={styles['tool']}
        aria-label={t('help.title')}
        title={t('help.title')}
        onClick={() => openPanel(editor, 'help')}
      >
        <CircleHelp aria-hidden="true" size={19} />
      </button>
    </div>
  );
}

interface ToolGroupProps {
  readonly editor: Editor;
  readonly tools: readonly Tool[];
}

function ToolGroup({ editor, tools: all }: ToolGroupProps) {
  const t = useWritingText();
  const tools = useMemo(() => all.filter(isOffered), [all]);
  const selector = useMemo(
    () => atCaret((current) => tools.map((tool) => tool.isActive?.(current) ?? false)),
    [tools],
  );
  const active = useEditorState({ editor, selector });
  return (
    <>
      <span aria-hidden="true" className={styles['separator']} />
      {tools.map((tool, index) => {
        const name = t(`tool.${tool.id}`);
        const Icon = tool.icon;
        return (
          <button
            type="button"
            key={tool.id}
            className={styles['tool']}
            aria-label={name}
            aria-pressed={tool.isActive ? active[index] : undefined}
            title={tool.keys === undefined ? name : `${name} (${readableKeys(tool.keys, t('help.shift'))})`}
            onClick={() => applyTool(editor, tool)}
          >
            <Icon aria-hidden="true" size={19} strokeWidth={1.9} />
          </button>
        );
      })}
    </>
  );
}

function isOffered(tool: Tool): boolean {
  return tool.isOffered?.() ?? true;
}

/** The text keeps the focus, and a phone its keyboard. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}
