import type { InvitationView, SummitView } from '@plenary/protocol';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from '../../i18n/i18n.ts';
import { revokeInvitation } from '../../api/plenary-api.ts';
import { RequestFailed } from '../../api/request.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Remark } from '../../ui/states.tsx';
import { CreateInvitation } from './create-invitation.tsx';
import { InvitationRow } from './invitation-row.tsx';
import styles from './invitations.module.css';

interface InvitationsSectionProps {
  readonly summit: SummitView;
  /** Those in force. */
  readonly invitations: readonly InvitationView[];
  readonly onChange: () => void;
  readonly onPrint: () => void;
}

/** How people come in: every invitation in force, new ones, and the sheets for the room. */
export function InvitationsSection({ summit, invitations, onChange, onPrint }: InvitationsSectionProps) {
  const { t } = useTranslation();
  const [revoking, setRevoking] = useState<InvitationView>();
  const [problem, setProblem] = useState<string>();
  async function revoke({ id }: InvitationView): Promise<void> {
    setRevoking(undefined);
    setProblem(undefined);
    try {
      await revokeInvitation(summit.slug, id);
    } catch (failure) {
      setProblem((failure instanceof RequestFailed && failure.detail) || t('failure.unreachable'));
    }
    onChange();
  }
  return (
    <section aria-labelledby="invitations" className={styles['section']}>
      <div className={styles['heading']}>
        <h2 id="invitations">{t('invitation.title')}</h2>
        {invitations.length > 0 && (
          <Button onClick={onPrint}>
            <Printer aria-hidden="true" size={18} />
            {t('invitation.sheets')}
          </Button>
        )}
      </div>
      <p className={styles['hint']}>{t('invitation.hint')}</p>
      {problem !== undefined && (
        <Remark tone="error" live>
          {problem}
        </Remark>
      )}
      <CreateInvitation summit={summit} onCreated={onChange} />
      <ul className={styles['list']}>
        {invitations.map((invitation) => (
          <InvitationRow
            key={invitation.id}
            summit={summit}
            invitation={invitation}
            onRevoke={() => setRevoking(invitation)}
          />
        ))}
      </ul>
      {revoking && (
        <Dialog
          title={t('invitation.revokeTitle')}
          onClose={() => setRevoking(undefined)}
          actions={
            <>
              <Button onClick={() => setRevoking(undefined)}>{t('action.cancel')}</Button>
              <Button look="danger" onClick={() => void revoke(revoking)}>
                {t('invitation.revoke')}
              </Button>
            </>
          }
        >
          <p>{t('invitation.revokeHint')}</p>
        </Dialog>
      )}
    </section>
  );
}
