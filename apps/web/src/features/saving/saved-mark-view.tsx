import { CloudAlert, CloudCheck, CloudOff, CloudUpload, HardDrive, LoaderCircle } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from '../../i18n/i18n.ts';
import type { SavedMark } from '../../collab/saved-mark.ts';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './saved-mark-view.module.css';

const ICONS = {
  opening: LoaderCircle,
  saved: CloudCheck,
  offline: CloudOff,
  saving: CloudUpload,
  device: HardDrive,
  unstored: CloudAlert,
} as const;

/** Where the text is: icon and words, green only for text that is on the server's disk. */
export function SavedMarkView({ mark }: { readonly mark: SavedMark }) {
  const { t } = useTranslation();
  const { clock, shortClock } = useFormat();
  const look = mark.state === 'saved' && !mark.online ? 'offline' : mark.state;
  const Icon = ICONS[look];
  const words = mark.state === 'saved' ? t(`saved.${look}`, { time: clock(mark.at) }) : t(`saved.${look}`);
  const short = mark.state === 'saved' ? shortClock(mark.at) : t(`saved.short.${mark.state}`);
  return (
    <div className={`${styles['mark']} ${styles[look]}`} data-saved={look} title={t(`saved.hint.${look}`)}>
      <Icon aria-hidden="true" size={19} strokeWidth={1.9} />
      <span className={styles['words']}>{words}</span>
      <span className={styles['short']} aria-hidden="true">
        {short}
      </span>
      <Announcement state={look} />
    </div>
  );
}

/** What is on its way is not announced; a state that lasts this long is. */
const SETTLED_MS = 2_500;

/** Says aloud that text is no longer safe, and that it is again; not every word that is saved. */
function Announcement({ state }: { readonly state: keyof typeof ICONS }) {
  const { t } = useTranslation();
  const [said, setSaid] = useState<'offline' | 'device' | 'unstored' | 'again'>();
  useEffect(() => {
    const timer = setTimeout(() => {
      if (state === 'device' || state === 'unstored' || state === 'offline') setSaid(state);
      else if (state === 'saved') setSaid((last) => (last === undefined ? undefined : 'again'));
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [state]);
  return (
    <span role="status" className="visually-hidden">
      {said !== undefined && t(`saved.said.${said}`)}
    </span>
  );
}
