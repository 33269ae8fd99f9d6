import { useSyncExternalStore } from 'react';
import { useTranslation } from '../i18n/i18n.ts';
import styles from './new-version.module.css';

/** Says calmly that a newer program is here. Nothing is reloaded: whoever writes goes on. */
export function NewVersion() {
  const { t } = useTranslation();
  const ready = useSyncExternalStore(subscribe, () => isReady);
  return (
    <p role="status" className={ready ? styles['notice'] : styles['none']}>
      {ready && t('offline.newVersion')}
    </p>
  );
}

/** To be called when a version has come that is newer than this page. */
export function announceNewVersion(): void {
  isReady = true;
  for (const listener of listeners) listener();
}

let isReady = false;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
