import type { SummitView } from '@plenary/protocol';
import { useTranslation } from '../../i18n/i18n.ts';
import styles from './programme.module.css';

/** Title, time, place and hosts of a summit, and who the reader is in it. */
export function SummitHead({ summit }: { readonly summit: SummitView }) {
  const { t } = useTranslation();
  return (
    <header className={styles['head']}>
      <h1 lang={summit.lang}>{summit.title}</h1>
      {summit.theme !== undefined && (
        <p className={styles['theme']} lang={summit.lang}>
          {summit.theme}
        </p>
      )}
      <p className={styles['facts']}>
        {summit.whenAndWhere}
        {summit.hosts.length > 0 && ` · ${summit.hosts.join(', ')}`}
      </p>
      <p className={styles['facts']}>{t('summit.youAre', { name: summit.me.name })}</p>
    </header>
  );
}
