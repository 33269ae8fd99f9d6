import type { ImportView } from '@plenary/protocol';
import { useEffect, useRef } from 'react';
import { useWritingText } from '../../../i18n/writing-messages.ts';
import styles from './bring-dialog.module.css';

interface BroughtProps {
  readonly brought: ImportView;
  /** The file's name. */
  readonly name: string;
}

/** What came in, and everything that could not be kept, with the words that are lost. */
export function Brought({ brought: { blocks, remarks }, name }: BroughtProps) {
  const t = useWritingText();
  const summary = useRef<HTMLParagraphElement>(null);
  // The button that had the focus is gone; this is what it was pressed for.
  useEffect(() => summary.current?.focus(), []);
  return (
    <>
      <p ref={summary} tabIndex={-1} role="status" className={styles['summary']}>
        {blocks === 0 ? t('bring.nothing', { name }) : t('bring.added', { name, count: blocks })}
      </p>
      {remarks.length === 0 ? (
        blocks > 0 && <p>{t('bring.allKept')}</p>
      ) : (
        <section aria-label={t('bring.notKept')}>
          <h3 className={styles['heading']}>{t('bring.notKept')}</h3>
          <ul className={styles['remarks']}>
            {remarks.map(({ rule, text, lost = [] }) => (
              <li key={rule}>
                {text}
                {lost.length > 0 && (
                  <details>
                    <summary>{t('bring.lost')}</summary>
                    <ul>
                      {[...new Set(lost)].map((words) => (
                        <li key={words}>{words}</li>
                      ))}
                    </ul>
                  </details>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
