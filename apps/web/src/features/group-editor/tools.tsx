import { onDemand } from '../../ui/on-demand.tsx';
import styles from './tools.module.css';
import type { WritingToolsProps } from './writing-panels.tsx';

/** What one writes with, around the text. The text itself does not wait for it; its place is kept. */
export function Tools(props: WritingToolsProps) {
  return (
    <div className={styles['place']}>
      <WritingTools {...props} />
    </div>
  );
}

const WritingTools = onDemand(async () => (await import('./writing-tools.tsx')).WritingTools);
WritingTools.preload();
