import { useTranslation } from 'react-i18next';
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

interface PeopleListProps {
  readonly people: readonly PresentPerson[];
  /** The reader's own id. */
  readonly me: string;
}

/** Who is here by name, and whether they write or read. */
export function PeopleList({ people, me }: PeopleListProps) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="people">
      <h2 id="people" className={styles['title']}>
        {t('presence.title')}
      </h2>
      <ul className={styles['list']}>
        {people.map(({ id, name, colour, writing }) => (
          <li key={id}>
            <span
              className={styles['dot']}
              style={{ background: presenceColour(colour) }}
              aria-hidden="true"
            />
            <span>
              {name}
              {id === me && ` (${t('presence.you')})`}{' '}
              <span className={styles['doing']}>{writing ? t('presence.writes') : t('presence.reads')}</span>
            </span>
          </li>
        ))}
      </ul>
      {people.length === 0 && <p className={styles['doing']}>{t('presence.nobody')}</p>}
    </section>
  );
}
