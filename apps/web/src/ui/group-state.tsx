import type { GroupView } from '@plenary/protocol';
import { CircleDashed, PenLine, ShieldCheck } from 'lucide-react';
import { useTranslation } from '../i18n/i18n.ts';
import styles from './group-state.module.css';

const ICONS = { empty: CircleDashed, open: PenLine, signed: ShieldCheck } as const;

/** How far a group is: icon and word, never colour alone. */
export function GroupState({ state }: { readonly state: GroupView['state'] }) {
  const { t } = useTranslation();
  const Icon = ICONS[state];
  return (
    <span className={`${styles['state']} ${styles[state]}`}>
      <Icon aria-hidden="true" size={16} />
      {t(`group.state.${state}`)}
    </span>
  );
}
