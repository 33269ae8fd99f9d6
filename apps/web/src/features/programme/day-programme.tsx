import type { SummitView } from '@plenary/protocol';
import styles from './programme.module.css';
import { SessionEntry } from './session-entry.tsx';

interface DayProgrammeProps {
  readonly summit: SummitView;
  readonly day: SummitView['days'][number];
}

/** A day of the programme and its sessions, in order. */
export function DayProgramme({ summit, day }: DayProgrammeProps) {
  const id = `day-${day.date}`;
  return (
    <section aria-labelledby={id} className={styles['day']}>
      <h2 id={id}>
        <time dateTime={day.date}>{day.title}</time>
      </h2>
      {day.sessions.map((session) => (
        <SessionEntry key={session.id} slug={summit.slug} lang={summit.lang} session={session} />
      ))}
    </section>
  );
}
