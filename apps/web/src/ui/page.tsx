import { type ReactNode, useEffect } from 'react';
import { useTranslation } from '../i18n/i18n.ts';
import { Link } from 'wouter';
import { NewVersion } from './new-version.tsx';
import styles from './page.module.css';
import { Preferences } from './preferences.tsx';

interface PageProps {
  /** The document's title; the page's h1 is the caller's. */
  readonly title: string;
  /** After the program's name in the bar: where one is. */
  readonly trail?: ReactNode;
  /** At the end of the bar: states and what one does here. */
  readonly bar?: ReactNode;
  readonly children: ReactNode;
  /** `text`: one measure; `wide`: for columns; `full`: edge to edge. */
  readonly width?: 'text' | 'wide' | 'full';
}

/** The frame of every page: a way past the bar, the bar, and one main region. */
export function Page({ title, trail, bar, children, width = 'text' }: PageProps) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = title === '' ? 'Plenary' : `${title} · Plenary`;
  }, [title]);
  return (
    <>
      <a className={styles['skip']} href="#main">
        {t('page.skip')}
      </a>
      <header className={styles['bar']}>
        <Link to="/" className={styles['brand']}>
          Plenary
        </Link>
        <div className={styles['trail']}>{trail}</div>
        <div className={styles['tools']}>
          {bar}
          <Preferences />
        </div>
      </header>
      <main id="main" tabIndex={-1} className={`${styles['main']} ${styles[width]}`}>
        {children}
        <NewVersion />
      </main>
    </>
  );
}
