import type { InvitationPreview } from '@plenary/protocol';
import { useTranslation } from '../../i18n/i18n.ts';
import styles from './joining.module.css';

/** What an invitation leads to, before a name is given. */
export function InvitationHead({ invitation }: { readonly invitation: InvitationPreview }) {
  const { t } = useTranslation();
  const { group, role, summit } = invitation;
  return (
    <header className={styles['invitation']}>
      <p className={styles['lead']}>{t(`join.invitedAs.${role}`)}</p>
      <h1 lang={summit.lang}>{summit.title}</h1>
      <p className={styles['when']}>{summit.whenAndWhere}</p>
      {group && (
        <p className={styles['target']}>
          {t('join.group')}
          <strong lang={summit.lang}>{group.title}</strong>
        </p>
      )}
    </header>
  );
}
