import type { ReactNode } from 'react';
import styles from './side-title.module.css';

interface SideTitleProps {
  /** Names the part of the page below, which refers to it. */
  readonly id: string;
  readonly children: ReactNode;
}

/** The title of something that stands beside the text: small, and never louder than the text. */
export function SideTitle({ children, id }: SideTitleProps) {
  return (
    <h2 id={id} className={styles['title']}>
      {children}
    </h2>
  );
}
