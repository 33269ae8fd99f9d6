import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './sign-off.module.css';

interface SignControlProps {
  /** Title of the group. */
  readonly title: string;
  readonly onSign: () => Promise<void>;
}

/** Signs the version that is shown, after asking once. */
export function SignControl({ title, onSign }: SignControlProps) {
  const { t } = useTranslation();
  const { asking, busy, ask, cancel, confirm } = useConfirmation(onSign);
  return (
    <div className={styles['control']}>
      <Button look="primary" busy={busy} onClick={ask}>
        <ShieldCheck aria-hidden="true" size={19} />
        {t('review.sign')}
      </Button>
      <p className={styles['hint']}>{t('review.signHint')}</p>
      {asking && (
        <Dialog
          title={t('review.confirmTitle')}
          onClose={cancel}
          actions={
            <>
              <Button onClick={cancel}>{t('action.cancel')}</Button>
              <Button look="primary" busy={busy} onClick={confirm}>
                {t('review.sign')}
              </Button>
            </>
          }
        >
          <p>{t('review.confirm', { title })}</p>
        </Dialog>
      )}
    </div>
  );
}

/** Opens a signed section to edits again, after asking once. */
export function ReopenControl({ onReopen }: { readonly onReopen: () => Promise<void> }) {
  const { t } = useTranslation();
  const { asking, busy, ask, cancel, confirm } = useConfirmation(onReopen);
  return (
    <div className={styles['control']}>
      <Button busy={busy} onClick={ask}>
        {t('review.reopen')}
      </Button>
      {asking && (
        <Dialog
          title={t('review.reopenTitle')}
          onClose={cancel}
          actions={
            <>
              <Button onClick={cancel}>{t('action.cancel')}</Button>
              <Button look="danger" busy={busy} onClick={confirm}>
                {t('review.reopen')}
              </Button>
            </>
          }
        >
          <p>{t('review.reopenHint')}</p>
        </Dialog>
      )}
    </div>
  );
}

function useConfirmation(work: () => Promise<void>) {
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  return {
    asking,
    busy,
    ask: () => setAsking(true),
    cancel: () => setAsking(false),
    confirm: () => {
      setBusy(true);
      void work().finally(() => {
        setBusy(false);
        setAsking(false);
      });
    },
  };
}
