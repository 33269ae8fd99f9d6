import type { ProgrammeFile } from './file-shape.ts';
import type { Finding } from './finding.ts';
import type { JsonPath } from './json-path.ts';
import type { Day } from './model.ts';
import { quoted } from './wording.ts';

/** The days of a file with their sessions in order, and where what it says of days and of sessions disagrees. */
export interface DayPlan {
  readonly days: readonly Day[];
  readonly findings: readonly Finding[];
}

/**
 * Plans the days in the order of the calendar. A file without days gets those of its sessions. A day lists
 * its sessions in the order given; those of its date that it leaves out follow, so that none is lost.
 */
export function dayPlan(file: ProgrammeFile): DayPlan {
  const findings = file.days === null || file.days === undefined ? [] : checkDays(file, file.days);
  const ofDate = new Map<string, FileSession[]>();
  for (const session of file.sessions) {
    const others = ofDate.get(session.date);
    if (others === undefined) ofDate.set(session.date, [session]);
    else others.push(session);
  }
  const listed = new Map((file.days ?? []).map(({ date, sessions }) => [date, sessions]));
  const dates = [...new Set([...listed.keys(), ...ofDate.keys()])].toSorted();
  const days = dates.map((date) => {
    const own = inOrder(ofDate.get(date) ?? []).map(({ id }) => id);
    return { date, sessions: [...new Set([...(listed.get(date) ?? []), ...own])] };
  });
  return { days, findings };
}

type FileSession = ProgrammeFile['sessions'][number];
type FileDays = NonNullable<ProgrammeFile['days']>;

/**
 * By `order`, else by start, but only where every session of the day has one: guessing a place for those
 * without would move them away from where the organiser wrote them.
 */
function inOrder(sessions: readonly FileSession[]): readonly FileSession[] {
  if (sessions.every(({ order }) => typeof order === 'number')) {
    return sessions.toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0));
  }
  if (sessions.every(({ start }) => start !== undefined)) {
    return sessions.toSorted((a, b) => compare(a.start ?? '', b.start ?? ''));
  }
  return sessions;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function checkDays(file: ProgrammeFile, days: FileDays): Finding[] {
  const findings: Finding[] = [];
  const dateOf = new Map(file.sessions.map(({ id, date }) => [id, date]));
  const dates = new Set<string>();
  for (const [index, day] of days.entries()) {
    if (dates.has(day.date)) findings.push(repeatedDay(day.date, ['days', index, 'date']));
    dates.add(day.date);
    for (const [place, id] of day.sessions.entries()) {
      const date = dateOf.get(id);
      const path = ['days', index, 'sessions', place];
      if (date === undefined) findings.push(noSuchSession(id, path));
      else if (date !== day.date) findings.push(otherDay(id, day.date, date, path));
    }
  }
  const { start, end } = file.event;
  for (const [index, { date }] of file.sessions.entries()) {
    // A date outside the summit is already told as such.
    if (!dates.has(date) && date >= start && date <= end)
      findings.push(noSuchDay(date, ['sessions', index, 'date']));
  }
  return findings;
}

function repeatedDay(date: string, path: JsonPath): Finding {
  const day = quoted(date);
  return {
    rule: 'wrong-day',
    path,
    message: {
      fr: `Le jour ${day.fr} figure déjà plus haut. Réunissez les deux.`,
      en: `The day ${day.en} already stands further up. Join the two.`,
    },
  };
}

function noSuchSession(id: string, path: JsonPath): Finding {
  const name = quoted(id);
  return {
    rule: 'unknown-reference',
    path,
    message: {
      fr: `${name.fr} n’est l’identifiant d’aucune session. Ajoutez la session ou corrigez l’identifiant.`,
      en: `${name.en} is the id of no session. Add the session or correct the id.`,
    },
  };
}

function otherDay(id: string, day: string, date: string, path: JsonPath): Finding {
  const [name, here, there] = [quoted(id), quoted(day), quoted(date)];
  return {
    rule: 'wrong-day',
    path,
    message: {
      fr: `La session ${name.fr} est rangée au ${here.fr}, mais sa propre date est ${there.fr}. Corrigez l’un des deux.`,
      en: `The session ${name.en} is listed under ${here.en}, but its own date is ${there.en}. Correct one of them.`,
    },
  };
}

function noSuchDay(date: string, path: JsonPath): Finding {
  const day = quoted(date);
  return {
    rule: 'wrong-day',
    path,
    message: {
      fr: `La date ${day.fr} n’est aucun des jours de ${quoted('days').fr}. Ajoutez ce jour ou corrigez la date.`,
      en: `The date ${day.en} is none of the days in ${quoted('days').en}. Add the day or correct the date.`,
    },
  };
}
