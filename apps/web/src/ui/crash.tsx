import { Component, type ReactNode } from 'react';
import { useTranslation } from '../i18n/i18n.ts';
import { Button } from './button.tsx';
import { Page } from './page.tsx';
import styles from './states.module.css';

interface CrashState {
  readonly crashed: boolean;
}

/** Shows a sentence and a way on where a page breaks: most often a part of the program that could not be loaded. */
export class Crash extends Component<{ readonly children: ReactNode }, CrashState> {
  override state: CrashState = { crashed: false };

  static getDerivedStateFromError(): CrashState {
    return { crashed: true };
  }

  override render(): ReactNode {
    return this.state.crashed ? <CrashPage /> : this.props.children;
  }
}

function CrashPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('failure.title')}>
      <section className={styles['failure']}>
        <h1>{t('failure.title')}</h1>
        <p role="alert">{t('failure.crash')}</p>
        <p className={styles['ways']}>
          <Button look="primary" onClick={() => window.location.reload()}>
            {t('action.reload')}
          </Button>
        </p>
      </section>
    </Page>
  );
}
