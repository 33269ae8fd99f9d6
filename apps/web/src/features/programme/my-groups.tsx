import type { SummitView } from '@plenary/protocol';
import { useTranslation } from '../../i18n/i18n.ts';
import { GroupRow } from './group-row.tsx';
import styles from './programme.module.css';

/** The groups the reader was invited to, first of all. Nothing where the invitation is for the whole summit. */
export function MyGroups({ summit }: { readonly summit: SummitView }) {
  const { t } = useTranslation();
  const mine = new Set(summit.me.memberships.flatMap(({ group }) => group ?? []));
  const groups = summit.days
    .flatMap(({ sessions }) => sessions.flatMap((session) => session.groups))
    .filter(({ id }) => mine.has(id));
  if (groups.length === 0) return null;
  return (
    <section aria-labelledby="mine" className={styles['mine']}>
      <h2 id="mine">{t('summit.myGroups', { count: groups.length })}</h2>
      <ul className={styles['groups']}>
        {groups.map((group) => (
          <GroupRow key={group.id} slug={summit.slug} group={group} />
        ))}
      </ul>
    </section>
  );
}
