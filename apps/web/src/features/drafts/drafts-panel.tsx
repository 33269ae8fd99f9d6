import { useState } from 'react';
import { useTranslation } from '../../i18n/i18n.ts';
import type { Draft } from '../../collab/drafts.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Remark } from '../../ui/states.tsx';
import styles from './drafts-panel.module.css';

interface DraftsPanelProps {
  readonly drafts: readonly Draft[];
  readonly onDiscard: (id: string) => void;
}

/** Text that was not taken into the section: to be read, copied, and thrown away only on its writer's word. */
export function DraftsPanel({ drafts, onDiscard }: DraftsPanelProps) {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const [leaving, setLeaving] = useState<Draft>();
  return (
    <>
      {drafts.map((draft) => (
        <Remark key={draft.id} tone="warning" live>
          <section aria-label={t('draft.title')} className={styles['draft']}>
            <h2>{t('draft.title')}</h2>
            <p>{t('draft.why', { time: moment(draft.at) })}</p>
            <div className={styles['text']}>
              {draft.blocks.map((block, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- a draft never changes, and equal blocks may follow each other
                <p key={index}>{block}</p>
              ))}
            </div>
            <p className={styles['actions']}>
              <CopyButton text={draft.blocks.join('\n\n')}>{t('draft.copy')}</CopyButton>
              <Button look="quiet" onClick={() => setLeaving(draft)}>
                {t('draft.discard')}
              </Button>
            </p>
          </section>
        </Remark>
      ))}
      {leaving && (
        <Dialog
          title={t('draft.discardTitle')}
          onClose={() => setLeaving(undefined)}
          actions={
            <>
              <Button onClick={() => setLeaving(undefined)}>{t('action.cancel')}</Button>
              <Button
                look="danger"
                onClick={() => {
                  onDiscard(leaving.id);
                  setLeaving(undefined);
                }}
              >
                {t('draft.discard')}
              </Button>
            </>
          }
        >
          <p>{t('draft.discardHint')}</p>
        </Dialog>
      )}
    </>
  );
}
