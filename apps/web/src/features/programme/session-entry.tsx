import type { SessionView } from '@plenary/protocol';
import { Link } from 'wouter';
import { GroupFacts, GroupRow } from './group-row.tsx';
import styles from './programme.module.css';

interface SessionEntryProps {
  readonly slug: string;
  readonly lang: string;
  readonly session: SessionView;
}

/** A session: when, what, where, its guiding question, and its groups. */
export function SessionEntry({ slug, lang, session }: SessionEntryProps) {
  const { end, groups, kindLabel, place, question, speakers, start, timeAsGiven, title } = session;
  const time =
    start === undefined ? timeAsGiven : [start, end].filter((part) => part !== undefined).join(' – ');
  const facts = [time, place, ...speakers].filter((fact) => fact !== undefined && fact !== '');
  // A session with one document of its own name is one line: its title leads there.
  const only = groups.length === 1 && groups[0]?.title === title ? groups[0] : undefined;
  return (
    <article className={styles['session']}>
      <p className={styles['kind']}>{kindLabel}</p>
      <div className={styles['heading']}>
        <h3 lang={lang}>
          {only && only.access !== 'none' ? <Link to={`/s/${slug}/g/${only.id}`}>{title}</Link> : title}
        </h3>
        {only && <GroupFacts group={only} />}
      </div>
      {facts.length > 0 && <p className={styles['facts']}>{facts.join(' · ')}</p>}
      {question !== undefined && (
        <p className={styles['guiding']} lang={lang}>
          {question}
        </p>
      )}
      {!only && groups.length > 0 && (
        <ul className={styles['groups']}>
          {groups.map((group) => (
            <GroupRow key={group.id} slug={slug} group={group} />
          ))}
        </ul>
      )}
    </article>
  );
}
