import type { SummitView } from '@plenary/protocol';
import { useTranslation } from '../../i18n/i18n.ts';
import { Link } from 'wouter';
import { GroupState } from '../../ui/group-state.tsx';
import styles from './progress.module.css';

/** Every group of a summit: its state and how many are in it, counted at the top. */
export function ProgressTable({ summit }: { readonly summit: SummitView }) {
  const { t } = useTranslation();
  const rows = summit.days.flatMap(({ sessions }) =>
    sessions.flatMap((session) => session.groups.map((group) => ({ session, group }))),
  );
  const count = (state: string) => rows.filter(({ group }) => group.state === state).length;
  return (
    <>
      <ul className={styles['sums']}>
        {(['empty', 'open', 'signed'] as const).map((state) => (
          <li key={state}>
            <strong>{count(state)}</strong> <GroupState state={state} />
          </li>
        ))}
        <li>
          <strong>{rows.reduce((sum, { group }) => sum + group.present, 0)}</strong>{' '}
          {t('organise.presentNow')}
        </li>
      </ul>
      {/* What scrolls must be reachable with the keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles['scroll']} role="region" aria-label={t('organise.table')} tabIndex={0}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{t('organise.group')}</th>
              <th scope="col" className={styles['session']}>
                {t('organise.session')}
              </th>
              <th scope="col">{t('organise.state')}</th>
              <th scope="col" className={styles['number']}>
                {t('organise.present')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ session, group }) => (
              <tr key={group.id}>
                <th scope="row" lang={group.lang}>
                  <Link to={`/s/${summit.slug}/g/${group.id}`}>{group.title}</Link>
                </th>
                <td lang={summit.lang} className={styles['session']}>
                  {session.title === group.title ? session.kindLabel : session.title}
                </td>
                <td>
                  <GroupState state={group.state} />
                </td>
                <td className={styles['number']}>{group.present}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
