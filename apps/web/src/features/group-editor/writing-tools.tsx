import type { Editor } from '@tiptap/core';
import { OutcomeNewsView } from './outcome-news-view.tsx';
import { SaidView } from './said-view.tsx';
import { SlashMenu } from './slash-menu.tsx';
import { Toolbar } from './toolbar.tsx';
import { WritingPanels } from './writing-panels.tsx';

/** The toolbar, the menu of the slash, what opens over the text, and what is read aloud. */
export function WritingTools({ editor }: { readonly editor: Editor }) {
  return (
    <>
      <Toolbar editor={editor} />
      <SlashMenu editor={editor} />
      <WritingPanels editor={editor} />
      <OutcomeNewsView editor={editor} />
      <SaidView editor={editor} />
    </>
  );
}
