import type { SummitCard } from '@plenary/protocol';
import { ArrowRight } from 'lucide-react';
import { useTranslation } from '../../i18n/i18n.ts';
import { Link } from 'wouter';
import styles from './joining.module.css';

/** The summits of a server; those one has joined can be opened, the others need their invitation. */
export function SummitList({ summits }: { readonly summits: readonly SummitCard[] }) {
  const { t } = useTranslation();
  if (summits.length === 0) return <p className={styles['none']}>{t('home.noSummits')}</p>;
  return (
    <ul className={styles['summits']}>
      {summits.map((summit) => (
        <li key={summit.id} className={styles['summit']}>
          <div>
            <h3>{summit.joined ? <Link to={`/s/${summit.slug}`}>{summit.title}</Link> : summit.title}</h3>
            <p>{summit.whenAndWhere}</p>
          </div>
          {summit.joined ? (
            <ArrowRight aria-hidden="true" className={styles['arrow']} />
          ) : (
            <span className={styles['closed']}>{t('home.withInvitation')}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
