import { useTranslation } from '../i18n/i18n.ts';
import { fetchSummits } from '../api/plenary-api.ts';
import { useResource } from '../api/use-resource.ts';
import { CodeForm } from '../features/joining/code-form.tsx';
import { SummitList } from '../features/joining/summit-list.tsx';
import { Page } from '../ui/page.tsx';
import { SignInIfAsked } from '../ui/sign-in.tsx';
import { Remark } from '../ui/states.tsx';
import styles from './home-page.module.css';

/** The door: a code to type in, and the summits of this server. */
export function HomePage() {
  const { t } = useTranslation();
  const { data, failure } = useResource('summits', fetchSummits, () => ({
    summit: 'all',
    person: 'anybody',
  }));
  return (
    <Page title="">
      <div className={styles['door']}>
        <h1>
          {t('home.title')} <span>{t('home.titleEnd')}</span>
        </h1>
        <p className={styles['lead']}>{t('home.lead')}</p>
        <CodeForm />
      </div>
      <section aria-labelledby="summits" className={styles['summits']}>
        <h2 id="summits">{t('home.summits')}</h2>
        {failure && (
          <Remark tone="warning">
            <p>{failure.detail ?? t('failure.unreachable')}</p>
            {failure.code === 'unreachable' && <SignInIfAsked />}
          </Remark>
        )}
        {data && <SummitList summits={data.summits} />}
      </section>
    </Page>
  );
}
