import type { Editor } from '@tiptap/core';
import { onDemand } from '../../ui/on-demand.tsx';
import styles from './tools.module.css';

/** What one writes with, around the text. The text itself does not wait for it; its place is kept. */
export function Tools({ editor }: { readonly editor: Editor }) {
  return (
    <div className={styles['place']}>
      <WritingTools editor={editor} />
    </div>
  );
}

const WritingTools = onDemand(async () => (await import('./writing-tools.tsx')).WritingTools);
WritingTools.preload();
