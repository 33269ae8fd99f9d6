import { showCode } from '@plenary/programme';
import type { InvitationView, SummitView } from '@plenary/protocol';
import { Printer } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { groupTitle } from './group-title.ts';
import styles from './invitation-sheet.module.css';
import { QrCode } from './qr-code.tsx';

interface InvitationSheetProps {
  readonly summit: SummitView;
  readonly invitations: readonly InvitationView[];
  readonly onClose: () => void;
}

/** A sheet of paper per invitation, to lay on a table or show on a wall. */
export function InvitationSheet({ summit, invitations, onClose }: InvitationSheetProps) {
  const { t } = useTranslation();
  useEffect(() => window.scrollTo(0, 0), []);
  return (
    <>
      <div className={styles['controls']}>
        <h1>{t('invitation.sheets')}</h1>
        <Button look="primary" onClick={() => window.print()}>
          <Printer aria-hidden="true" size={18} />
          {t('invitation.print')}
        </Button>
        <Button onClick={onClose}>{t('action.back')}</Button>
      </div>
      {invitations.map(({ id, code, group, role, url }) => {
        const title = groupTitle(summit, group);
        const { host } = new URL(url);
        return (
          <section key={id} className={styles['sheet']} aria-label={title ?? t('invitation.wholeSummit')}>
            <div>
              <p className={styles['summit']} lang={summit.lang}>
                {summit.title}
              </p>
              <h2 {...(title !== undefined && { lang: summit.lang })}>
                {title ?? t('invitation.wholeSummit')}
              </h2>
              <p className={styles['role']}>{t(`role.${role}`)}</p>
            </div>
            <div className={styles['qr']}>
              <QrCode text={url} label={t('invitation.qr')} />
            </div>
            <p className={styles['how']}>
              {t('invitation.how', { host })}
              <strong className={styles['code']}>{showCode(code)}</strong>
            </p>
          </section>
        );
      })}
    </>
  );
}
