import { OutcomeNewsView } from './outcome-news-view.tsx';
import { SaidView } from './said-view.tsx';
import { SlashMenu } from './slash-menu.tsx';
import { Toolbar } from './toolbar.tsx';
import { WritingPanels, type WritingToolsProps } from './writing-panels.tsx';

/** The toolbar, the menu of the slash, what opens over the text, and what is read aloud. */
export function WritingTools({ editor, group }: WritingToolsProps) {
  return (
    <>
      <Toolbar editor={editor} />
      <SlashMenu editor={editor} />
      <WritingPanels editor={editor} group={group} />
      <OutcomeNewsView editor={editor} />
      <SaidView editor={editor} />
    </>
  );
}
