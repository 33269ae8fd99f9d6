import { X } from 'lucide-react';
import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from '../i18n/i18n.ts';
import styles from './dialog.module.css';

interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons, the safest first. */
  readonly actions?: ReactNode;
  readonly onClose: () => void;
}

/**
 * A modal dialog, open for as long as it is rendered: the browser's own, which keeps the focus inside, closes on Escape
 * and gives the focus back.
 */
export function Dialog({ title, children, actions, onClose }: DialogProps) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  function closeOnBackdrop(event: MouseEvent) {
    if (event.target === dialog.current) onClose();
  }
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- Escape closes it too
    <dialog
      ref={dialog}
      className={styles['dialog']}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={closeOnBackdrop}
    >
      <div className={styles['sheet']}>
        <header className={styles['head']}>
          <h2 id={heading}>{title}</h2>
          <button type="button" className={styles['close']} aria-label={t('action.close')} onClick={onClose}>
            <X aria-hidden="true" size={20} />
          </button>
        </header>
        <div className={styles['body']}>{children}</div>
        {actions !== undefined && <footer className={styles['actions']}>{actions}</footer>}
      </div>
    </dialog>
  );
}
