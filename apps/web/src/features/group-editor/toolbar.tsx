import { blocks, insertOutcome } from '@plenary/blocks';
import { blockViews } from '@plenary/blocks/react';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { CircleHelp } from 'lucide-react';
import { type MouseEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { FORMATTING, type Tool, TABLE_TOOLS } from './formatting.ts';
import { HelpDialog } from './help-dialog.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { newId } from './new-id.ts';
import { KINDS, shortcutOf } from './outcome-shortcuts.ts';
import { readableKeys } from './readable-keys.ts';
import styles from './toolbar.module.css';
import { useKeyboardInset } from './use-keyboard-inset.ts';
import { useRovingFocus } from './use-roving-focus.ts';

/**
 * What one inserts and how one formats. One row that scrolls sideways; one stop of the Tab key, arrows inside. On a
 * phone it stands above the keyboard, where a thumb is.
 */
export function Toolbar({ editor }: { readonly editor: Editor }) {
  const { t } = useTranslation();
  const { lang } = useFormat();
  const [dialog, setDialog] = useState<'help' | 'link'>();
  const inTable = useEditorState({ editor, selector: ({ editor: current }) => current.isActive('table') });
  useKeyboardInset();
  const roving = useRovingFocus<HTMLDivElement>();
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- one of its buttons always does */}
      <div
        {...roving}
        role="toolbar"
        aria-label={t('editor.tools')}
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
          <ToolGroup key={group.id} editor={editor} tools={group.tools} onLink={() => setDialog('link')} />
        ))}
        {inTable && <ToolGroup editor={editor} tools={TABLE_TOOLS} onLink={() => undefined} />}
        <span aria-hidden="true" className={styles['separator']} />
        <button
          type="button"
          className={styles['tool']}
          aria-label={t('help.title')}
          title={t('help.title')}
          onClick={() => setDialog('help')}
        >
          <CircleHelp aria-hidden="true" size={19} />
        </button>
      </div>
      {dialog === 'help' && <HelpDialog onClose={() => setDialog(undefined)} />}
      {dialog === 'link' && <LinkDialog editor={editor} onClose={() => setDialog(undefined)} />}
    </>
  );
}

interface ToolGroupProps {
  readonly editor: Editor;
  readonly tools: readonly Tool[];
  readonly onLink: () => void;
}

function ToolGroup({ editor, tools, onLink }: ToolGroupProps) {
  const { t } = useTranslation();
  const active = useEditorState({
    editor,
    selector: ({ editor: current }) => tools.map((tool) => tool.isActive?.(current) ?? false),
  });
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
            onClick={() => (tool.id === 'link' ? onLink() : tool.run?.(editor))}
          >
            <Icon aria-hidden="true" size={19} strokeWidth={1.9} />
          </button>
        );
      })}
    </>
  );
}

/** The text keeps the focus, and a phone its keyboard. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}
