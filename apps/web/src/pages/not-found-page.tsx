import { useTranslation } from '../i18n/i18n.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import styles from '../ui/states.module.css';

/** For every address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('notFound.title')}>
      <section className={styles['failure']}>
        <h1>{t('notFound.title')}</h1>
        <p>{t('notFound.hint')}</p>
        <p className={styles['ways']}>
          <ButtonLink to="/" look="primary">
            {t('action.home')}
          </ButtonLink>
        </p>
      </section>
    </Page>
  );
}
