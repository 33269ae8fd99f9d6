import type { ProgrammeFile } from './file-shape.ts';
import type { Finding } from './finding.ts';
import type { JsonPath } from './json-path.ts';
import { quoted } from './wording.ts';

/** Ends that come before their starts, and days outside the summit. */
export function checkTimes(file: ProgrammeFile): Finding[] {
  const { start, end } = file.event;
  const findings: Finding[] = [];
  const turned = end < start;
  if (turned) findings.push(endBeforeStart(start, end, ['event', 'end']));
  const inside = (date: string, path: JsonPath): void => {
    // Without a span of its own, the summit can hold no day; saying so for each would hide the cause.
    if (!turned && (date < start || date > end)) findings.push(outOfRange(date, start, end, path));
  };
  for (const [index, { date }] of (file.days ?? []).entries()) inside(date, ['days', index, 'date']);
  for (const [index, session] of file.sessions.entries()) {
    inside(session.date, ['sessions', index, 'date']);
    if (session.start !== undefined && session.end !== undefined && session.end < session.start) {
      findings.push(endBeforeStart(session.start, session.end, ['sessions', index, 'end']));
    }
  }
  return findings;
}

function endBeforeStart(start: string, end: string, path: JsonPath): Finding {
  const [from, to] = [quoted(start), quoted(end)];
  return {
    rule: 'end-before-start',
    path,
    message: {
      fr: `La fin, ${to.fr}, précède le début, ${from.fr}. Corrigez l’un des deux.`,
      en: `The end, ${to.en}, comes before the start, ${from.en}. Correct one of them.`,
    },
  };
}

function outOfRange(date: string, start: string, end: string, path: JsonPath): Finding {
  const [day, from, to] = [quoted(date), quoted(start), quoted(end)];
  return {
    rule: 'date-out-of-range',
    path,
    message: {
      fr: `La date ${day.fr} est hors du sommet, qui va de ${from.fr} à ${to.fr}. Corrigez-la, ou les dates de l’événement.`,
      en: `The date ${day.en} is outside the summit, which runs from ${from.en} to ${to.en}. Correct it, or the dates of the event.`,
    },
  };
}
