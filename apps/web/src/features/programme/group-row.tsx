import type { GroupView } from '@plenary/protocol';
import { Users } from 'lucide-react';
import { useTranslation } from '../../i18n/i18n.ts';
import { Link } from 'wouter';
import { GroupState } from '../../ui/group-state.tsx';
import styles from './programme.module.css';

interface GroupRowProps {
  readonly slug: string;
  readonly group: GroupView;
}

/** One group: a link to its document, how many are in it, and how far it is. */
export function GroupRow({ slug, group }: GroupRowProps) {
  const name = <span lang={group.lang}>{group.title}</span>;
  return (
    <li className={styles['group']}>
      {group.access === 'none' ? name : <Link to={`/s/${slug}/g/${group.id}`}>{name}</Link>}
      <GroupFacts group={group} />
    </li>
  );
}

/** How many are in a group now, and how far it is. */
export function GroupFacts({ group }: { readonly group: GroupView }) {
  const { t } = useTranslation();
  return (
    <span className={styles['groupFacts']}>
      {group.present > 0 && (
        <span className={styles['present']}>
          <Users aria-hidden="true" size={16} /> {t('group.present', { count: group.present })}
        </span>
      )}
      <GroupState state={group.state} />
    </span>
  );
}
