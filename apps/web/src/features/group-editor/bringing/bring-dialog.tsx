import type { Editor } from '@tiptap/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from '../../../i18n/i18n.ts';
import { useWritingText } from '../../../i18n/writing-messages.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import styles from './bring-dialog.module.css';
import { Brought } from './brought.tsx';
import { FileField } from './file-field.tsx';
import type { Destination } from './send-brought.ts';
import { showEnd } from './show-end.ts';
import { useBringing } from './use-bringing.ts';

interface BringDialogProps {
  readonly editor: Editor;
  readonly destination: Destination;
  readonly onClose: () => void;
}

/** Brings a file into the document: asks for it, shows how far it is, and then what came in and what could not be kept. */
export function BringDialog({ editor, destination, onClose }: BringDialogProps) {
  const t = useWritingText();
  const { t: page } = useTranslation();
  const [file, setFile] = useState<File>();
  const { bringing, send, stop, forget } = useBringing(destination);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (file !== undefined && bringing.step === 'asking') void send(file);
  }
  if (bringing.step === 'done') {
    const { brought } = bringing;
    const see = () => {
      onClose();
      showEnd(editor, brought.blocks);
    };
    return (
      <Dialog title={t('bring.title')} onClose={onClose}>
        <Brought brought={brought} name={file?.name ?? ''} />
        <p className={styles['actions']}>
          <Button onClick={onClose}>{page('action.close')}</Button>
          {brought.blocks > 0 && (
            <Button look="primary" onClick={see}>
              {t('bring.see')}
            </Button>
          )}
        </p>
      </Dialog>
    );
  }
  const isSending = bringing.step === 'sending';
  return (
    <Dialog title={t('bring.title')} onClose={onClose}>
      <form onSubmit={submit} noValidate className={styles['form']}>
        <p>{t('bring.what')}</p>
        <FileField
          file={file}
          disabled={isSending}
          error={isSending ? undefined : bringing.error}
          onChoose={(chosen) => {
            forget();
            setFile(chosen);
          }}
        />
        <div role="status" className={styles['state']}>
          {isSending && <Progress share={bringing.share} />}
        </div>
        <p className={styles['actions']}>
          {isSending && bringing.share < 1 && <Button onClick={stop}>{t('bring.stop')}</Button>}
          <Button look="primary" type="submit" busy={isSending} disabled={file === undefined}>
            {t('bring.add')}
          </Button>
        </p>
      </form>
    </Dialog>
  );
}

/** Goes on by itself once all has gone out: the server reads, and nobody knows how long. */
function Progress({ share }: { readonly share: number }) {
  const t = useWritingText();
  const words = t(share < 1 ? 'bring.sending' : 'bring.reading');
  return (
    <>
      <span>{words}</span>
      <progress aria-label={words} max={1} {...(share < 1 && { value: share })} />
    </>
  );
}
