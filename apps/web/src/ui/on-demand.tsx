import { type ComponentType, useEffect, useState } from 'react';
import { useTranslation } from '../i18n/i18n.ts';
import styles from './on-demand.module.css';

/** A part of a page that is loaded when it is first shown, or before. */
export interface OnDemand<Props> {
  (props: Props): React.ReactNode;
  /** Loads it ahead of its use, so that it is there when the network is not. What fails is tried again when shown. */
  preload(): void;
}

/** Shows nothing while the part is on its way, and one sentence where it does not come. */
export function onDemand<Props extends object>(load: () => Promise<ComponentType<Props>>): OnDemand<Props> {
  let loaded: ComponentType<Props> | undefined;
  const fetch = async () => {
    loaded ??= await load();
  };
  function Part(props: Props) {
    const { t } = useTranslation();
    const [state, setState] = useState<'loading' | 'there' | 'failed'>(loaded ? 'there' : 'loading');
    useEffect(() => {
      let isShown = true;
      fetch().then(
        () => isShown && setState('there'),
        () => isShown && setState('failed'),
      );
      return () => {
        isShown = false;
      };
    }, []);
    if (state === 'failed') {
      return (
        <p role="alert" className={styles['failed']}>
          {t('failure.unreachable')}
        </p>
      );
    }
    const Loaded = loaded;
    return Loaded ? <Loaded {...props} /> : null;
  }
  return Object.assign(Part, { preload: () => void fetch().catch(() => undefined) });
}
