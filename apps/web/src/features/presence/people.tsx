import { useTranslation } from 'react-i18next';
import { initialsOf, presenceColour } from '../../ui/presence-colours.ts';
import type { Awareness } from 'y-protocols/awareness';
import styles from './people.module.css';
import { FOLLOW_BUTTON } from './follow.ts';
import { useFollow } from './use-follow.ts';
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
  readonly awareness: Awareness;
  readonly people: readonly PresentPerson[];
  /** The reader's own id. */
  readonly me: string;
}

/** Who is here by name, and whether they write or read. Whoever has a caret in the text can be followed. */
export function PeopleList({ awareness, people, me }: PeopleListProps) {
  const { t } = useTranslation();
  const { follow, person } = useFollow(awareness);
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
            {id !== me && (writing || id === person) && (
              <button
                type="button"
                className={styles['follow']}
                aria-pressed={id === person}
                {...{ [FOLLOW_BUTTON]: '' }}
                aria-label={t('presence.followPerson', { name })}
                onClick={() => follow(id === person ? undefined : id)}
              >
                {t('presence.follow')}
              </button>
            )}
          </li>
        ))}
      </ul>
      <p role="status" className={styles['doing']}>
        {person !== undefined && t('presence.following', { name: nameOf(people, person) })}
      </p>
      {people.length === 0 && <p className={styles['doing']}>{t('presence.nobody')}</p>}
    </section>
  );
}

function nameOf(people: readonly PresentPerson[], person: string): string {
  return people.find(({ id }) => id === person)?.name ?? '';
}
