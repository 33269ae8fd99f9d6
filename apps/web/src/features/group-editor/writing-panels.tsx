import type { GroupDetail } from '@plenary/protocol';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useEffect, useMemo, useRef } from 'react';
import { onDemand } from '../../ui/on-demand.tsx';
import { atCaret } from './caret-context.ts';
import { openPanel, type Panel, usePanel } from './panels.ts';
import { loadReader } from './paste/pasting.ts';
import { isMac } from './readable-keys.ts';

/** A document one writes in, and the group it is of. */
export interface WritingToolsProps {
  readonly editor: Editor;
  readonly group: GroupDetail;
}

/** What opens over the text or beside it. Each is loaded when it is first needed, or once the page has nothing to do. */
export function WritingPanels({ editor, group }: WritingToolsProps) {
  const panel = usePanel(editor);
  const selector = useMemo(() => atCaret((current) => current.isActive('table')), []);
  const inTable = useEditorState({ editor, selector });
  const onClose = () => openPanel(editor, undefined);
  usePreloading();
  useFindKey(editor);
  useFocusBack(editor, panel);
  return (
    <>
      {inTable && <TableBar editor={editor} />}
      {panel === 'more' && <MoreMenu editor={editor} onClose={onClose} />}
      {panel === 'help' && <HelpDialog onClose={onClose} />}
      {panel === 'find' && <FindPanel editor={editor} onClose={onClose} />}
      {panel === 'language' && <LanguageDialog editor={editor} onClose={onClose} />}
      {panel === 'bring' && (
        <BringDialog
          editor={editor}
          destination={{ summit: group.summit.id, group: group.id }}
          onClose={onClose}
        />
      )}
      {panel === 'link' && <LinkDialog editor={editor} onClose={onClose} />}
    </>
  );
}

const TableBar = onDemand(async () => (await import('./tables/table-bar.tsx')).TableBar);
const MoreMenu = onDemand(async () => (await import('./more-menu.tsx')).MoreMenu);
const HelpDialog = onDemand(async () => (await import('./help-dialog.tsx')).HelpDialog);
const FindPanel = onDemand(async () => (await import('./find/find-panel.tsx')).FindPanel);
const LanguageDialog = onDemand(async () => (await import('./languages/language-dialog.tsx')).LanguageDialog);
const BringDialog = onDemand(async () => (await import('./bringing/bring-dialog.tsx')).BringDialog);
const LinkDialog = onDemand(async () => (await import('./link-dialog.tsx')).LinkDialog);

/** A dialog gives the focus back to what it was opened from; an entry of a menu is gone by then, and the text has it instead. */
function useFocusBack(editor: Editor, panel: Panel | undefined): void {
  const before = useRef(panel);
  useEffect(() => {
    const isClosed = before.current !== undefined && panel === undefined;
    before.current = panel;
    if (isClosed && editor.isEditable && document.activeElement === document.body) editor.view.focus();
  }, [editor, panel]);
}

/**
 * The key for finding opens the panel wherever on the page one is. Pressed again in its field it is the browser's, for
 * whoever wants to find something around the text.
 */
function useFindKey(editor: Editor): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const command = isMac() ? event.metaKey : event.ctrlKey;
      if (!command || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'f') return;
      const field = document.querySelector<HTMLElement>('[data-find]');
      if (document.querySelector('dialog[open]') !== null) return;
      if (field !== null && field === document.activeElement) return;
      event.preventDefault();
      // What is typed before the panel is there must not end up in the text.
      editor.commands.blur();
      openPanel(editor, 'find');
      field?.focus();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [editor]);
}

/** So that all of it is there when the network goes. Safari has no idle callbacks: there a moment must do. */
function usePreloading(): void {
  useEffect(() => {
    const load = () => {
      loadReader().catch(() => undefined);
      for (const part of [TableBar, MoreMenu, FindPanel, HelpDialog, LanguageDialog, LinkDialog, BringDialog])
        part.preload();
    };
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(load, AFTER_OPENING_MS);
      return () => clearTimeout(timer);
    }
    const handle = requestIdleCallback(load);
    return () => cancelIdleCallback(handle);
  }, []);
}

/** The text is on the page by then. */
const AFTER_OPENING_MS = 2000;
