import { showCode } from '@plenary/programme';
import type { InvitationView, SummitView } from '@plenary/protocol';
import { useTranslation } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { groupTitle } from './group-title.ts';
import styles from './invitations.module.css';

interface InvitationRowProps {
  readonly summit: SummitView;
  readonly invitation: InvitationView;
  readonly onRevoke: () => void;
}

/** One invitation in force: whom it lets in, its code and its link. */
export function InvitationRow({ summit, invitation, onRevoke }: InvitationRowProps) {
  const { t } = useTranslation();
  const { code, group, role, url } = invitation;
  const title = groupTitle(summit, group);
  return (
    <li className={styles['row']}>
      <div className={styles['whom']}>
        <strong>{t(`role.${role}`)}</strong>
        <span {...(title !== undefined && { lang: summit.lang })}>
          {title ?? t('invitation.wholeSummit')}
        </span>
      </div>
      <code className={styles['code']}>{showCode(code)}</code>
      <div className={styles['actions']}>
        <CopyButton look="quiet" text={url}>
          {t('invitation.copy')}
        </CopyButton>
        <Button look="quiet" onClick={onRevoke}>
          {t('invitation.revoke')}
        </Button>
      </div>
    </li>
  );
}
