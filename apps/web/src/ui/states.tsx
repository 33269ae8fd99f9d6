import { CircleAlert, Info } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from '../i18n/i18n.ts';
import type { RequestFailed } from '../api/request.ts';
import { Button, ButtonLink } from './button.tsx';
import { SignInIfAsked } from './sign-in.tsx';
import styles from './states.module.css';

/** Holds the place of what is on its way. Appears late, so that a fast answer shows nothing in between. */
export function Loading() {
  const { t } = useTranslation();
  return (
    <div className={styles['loading']} role="status">
      <span>{t('page.loading')}</span>
    </div>
  );
}

interface FailureProps {
  readonly failure: RequestFailed;
  readonly onRetry?: () => void;
}

/** What went wrong in one sentence, and a way on. */
export function Failure({ failure, onRetry }: FailureProps) {
  const { t } = useTranslation();
  const outside = failure.code === 'session-missing';
  return (
    <section className={styles['failure']}>
      <h1>{outside ? t('failure.outside') : t('failure.title')}</h1>
      <p role="alert">{failure.detail ?? t('failure.unreachable')}</p>
      {failure.code === 'unreachable' && <SignInIfAsked />}
      <p className={styles['ways']}>
        {onRetry && !outside && (
          <Button look="primary" onClick={onRetry}>
            {t('action.retry')}
          </Button>
        )}
        <ButtonLink to="/" look={outside ? 'primary' : 'plain'}>
          {outside ? t('failure.enterCode') : t('action.home')}
        </ButtonLink>
      </p>
    </section>
  );
}

interface RemarkProps {
  readonly tone: 'note' | 'warning' | 'error';
  readonly children: ReactNode;
  /** Read aloud when it appears. */
  readonly live?: boolean;
}

/** A sentence set apart, with an icon beside its colour. */
export function Remark({ tone, children, live = false }: RemarkProps) {
  const Icon = tone === 'note' ? Info : CircleAlert;
  return (
    <div
      className={`${styles['remark']} ${styles[tone]}`}
      {...(live && { role: tone === 'error' ? 'alert' : 'status' })}
    >
      <Icon aria-hidden="true" size={20} className={styles['icon']} />
      <div className={styles['words']}>{children}</div>
    </div>
  );
}
