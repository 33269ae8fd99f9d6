import type { ReactNode } from 'react';
import styles from './panel.module.css';

interface PanelProps {
  readonly title: string;
  /** Stands beside the title, also while the panel is closed. */
  readonly sum?: string | undefined;
  readonly open?: boolean;
  readonly children: ReactNode;
}

/** One of several parts of a page that are opened one at a time or together: the device's own control. */
export function Panel({ children, open = false, sum, title }: PanelProps) {
  return (
    <details className={styles['panel']} open={open}>
      <summary className={styles['head']}>
        <h2>{title}</h2>
        {sum !== undefined && <span className={styles['sum']}>{sum}</span>}
      </summary>
      <div className={styles['inside']}>{children}</div>
    </details>
  );
}
