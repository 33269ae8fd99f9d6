import type { SummitView } from '@plenary/protocol';
import { useTranslation } from '../i18n/i18n.ts';
import { Link, useLocation } from 'wouter';
import styles from './summit-nav.module.css';

/** The pages of a summit that the asker may open. Nothing for those who have only the programme. */
export function SummitNav({ summit }: { readonly summit: Pick<SummitView, 'slug' | 'me'> }) {
  const { t } = useTranslation();
  const [path] = useLocation();
  const roles = summit.me.memberships.map(({ role }) => role);
  const organises = summit.me.memberships.some(
    ({ group, role }) => role === 'organiser' && group === undefined,
  );
  const reports = organises || roles.includes('rapporteur');
  if (!reports) return null;
  const start = `/s/${summit.slug}`;
  const pages = [
    { to: start, name: t('summit.programme') },
    ...(organises ? [{ to: `${start}/organise`, name: t('summit.organise') }] : []),
    { to: `${start}/report`, name: t('summit.report') },
  ];
  return (
    <nav aria-label={t('summit.pages')} className={styles['nav']}>
      {pages.map(({ to, name }) => (
        <Link key={to} to={to} aria-current={to === path ? 'page' : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  );
}
