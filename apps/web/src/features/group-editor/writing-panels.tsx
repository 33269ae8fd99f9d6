import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useEffect } from 'react';
import { onDemand } from '../../ui/on-demand.tsx';
import { openPanel, usePanel } from './panels.ts';

/** What opens over the text or beside it. Each is loaded when it is first needed, or once the page has nothing to do. */
export function WritingPanels({ editor }: { readonly editor: Editor }) {
  const panel = usePanel(editor);
  const inTable = useEditorState({ editor, selector: ({ editor: current }) => current.isActive('table') });
  const onClose = () => openPanel(editor, undefined);
  usePreloading();
  return (
    <>
      {inTable && <TableBar editor={editor} />}
      {panel === 'more' && <MoreMenu editor={editor} onClose={onClose} />}
      {panel === 'help' && <HelpDialog onClose={onClose} />}
      {panel === 'language' && <LanguageDialog editor={editor} onClose={onClose} />}
      {panel === 'link' && <LinkDialog editor={editor} onClose={onClose} />}
    </>
  );
}

const TableBar = onDemand(async () => (await import('./tables/table-bar.tsx')).TableBar);
const MoreMenu = onDemand(async () => (await import('./more-menu.tsx')).MoreMenu);
const HelpDialog = onDemand(async () => (await import('./help-dialog.tsx')).HelpDialog);
const LanguageDialog = onDemand(async () => (await import('./languages/language-dialog.tsx')).LanguageDialog);
const LinkDialog = onDemand(async () => (await import('./link-dialog.tsx')).LinkDialog);

/** So that all of it is there when the network goes. Safari has no idle callbacks: there a moment must do. */
function usePreloading(): void {
  useEffect(() => {
    const load = () => {
      for (const part of [TableBar, MoreMenu, HelpDialog, LanguageDialog, LinkDialog]) part.preload();
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
