import { useTranslation } from '../../i18n/i18n.ts';
import { presenceColour } from '../../ui/presence-colours.ts';
import type { Awareness } from 'y-protocols/awareness';
import { SideTitle } from '../../ui/side-title.tsx';
import styles from './people.module.css';
import { FOLLOW_BUTTON } from './follow.ts';
import { useFollow } from './use-follow.ts';
import type { PresentPerson } from './use-presence.ts';

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
      <SideTitle id="people">{t('presence.title')}</SideTitle>
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
