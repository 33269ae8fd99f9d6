import type { SummitView } from '@plenary/protocol';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import styles from './summit-nav.module.css';

/** The pages of a summit that the asker may open. Nothing for those who have only the programme. */
export function SummitNav({ summit }: { readonly summit: Pick<SummitView, 'slug' | 'me'> }) {
  const { t } = useTranslation();
  const roles = summit.me.memberships.map(({ role }) => role);
  const organises = summit.me.memberships.some(
    ({ group, role }) => role === 'organiser' && group === undefined,
  );
  const reports = organises || roles.includes('rapporteur');
  if (!reports) return null;
  const start = `/s/${summit.slug}`;
  return (
    <nav aria-label={t('summit.pages')} className={styles['nav']}>
      <NavLink to={start} end>
        {t('summit.programme')}
      </NavLink>
      {organises && <NavLink to={`${start}/organise`}>{t('summit.organise')}</NavLink>}
      <NavLink to={`${start}/report`}>{t('summit.report')}</NavLink>
    </nav>
  );
}
