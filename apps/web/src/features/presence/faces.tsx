import { useTranslation } from '../../i18n/i18n.ts';
import { initialsOf, presenceColour } from '../../ui/presence-colours.ts';
import styles from './people.module.css';
import type { PresentPerson } from './use-presence.ts';

/** More faces than this are a crowd and become a number. */
const FACES = 4;

/** Who is here, as a few faces in the bar; the list beside the text has the names. */
export function Faces({ people }: { readonly people: readonly PresentPerson[] }) {
  const { t } = useTranslation();
  if (people.length === 0) return null;
  const more = people.length - FACES;
  return (
    <div className={styles['faces']} role="img" aria-label={t('group.present', { count: people.length })}>
      {people.slice(0, FACES).map(({ id, name, colour }) => (
        <span key={id} className={styles['face']} title={name} style={{ background: presenceColour(colour) }}>
          {initialsOf(name)}
        </span>
      ))}
      {more > 0 && <span className={`${styles['face']} ${styles['more']}`}>+{more}</span>}
    </div>
  );
}
