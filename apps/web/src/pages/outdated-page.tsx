import { useTranslation } from '../i18n/i18n.ts';
import { Button } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import styles from '../ui/states.module.css';

/** The server speaks a newer version of the document than this page: the only safe thing is to load the new page. */
export function OutdatedPage({ title }: { readonly title: string }) {
  const { t } = useTranslation();
  return (
    <Page title={title}>
      <section className={styles['failure']}>
        <h1>{t('outdated.title')}</h1>
        <p role="alert">{t('outdated.why')}</p>
        <p className={styles['ways']}>
          <Button look="primary" onClick={() => window.location.reload()}>
            {t('action.reload')}
          </Button>
        </p>
      </section>
    </Page>
  );
}
