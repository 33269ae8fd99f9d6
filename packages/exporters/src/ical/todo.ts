import type { Report, ReportOutcome } from '@plenary/report-ast';
import { pickedText, type ToldOutcome } from '../outcomes/told-outcomes.ts';
import { wordsFor } from '../words.ts';
import { icalLine, icalText } from './ical-line.ts';

/** Whether an outcome is something to do: one that can have a day until which. */
export function isTodo({ data }: ReportOutcome): boolean {
  return Object.hasOwn(data, 'due');
}

/** An outcome as a task of a calendar. Its id is the outcome's, so that importing a newer file changes what is there. */
export function todo({ outcome, text, details, part, sections }: ToldOutcome, report: Report): string {
  const { id, anchor, group } = outcome;
  const { colon } = wordsFor(report.lang);
  const due = /^(\d{4})-(\d\d)-(\d\d)$/.exec(pickedText(outcome, 'due'));
  const owner = pickedText(outcome, 'owner');
  const state = STATES.get(pickedText(outcome, 'status')) ?? 'NEEDS-ACTION';
  const facts = details.map(({ label, value }) => `${label}${colon}${value}`);
  const where = [part, ...sections].filter((title) => title !== '').join(' › ');
  const description = [text, ...facts, where].filter((line) => line !== '').join('\n');
  return [
    icalLine('BEGIN', 'VTODO'),
    icalLine('UID', icalText(`${id}@${report.summit.id}.plenary`)),
    icalLine('DTSTAMP', stampOf(report.generatedFrom[group]?.signedOff?.at)),
    icalLine('SUMMARY', icalText(summaryOf(text))),
    icalLine('DESCRIPTION', icalText(description)),
    ...(due === null ? [] : [icalLine('DUE;VALUE=DATE', due.slice(1).join(''))]),
    icalLine('STATUS', state),
    ...(owner === '' ? [] : [icalLine('CONTACT', icalText(owner))]),
    ...(anchor === undefined ? [] : [icalLine('X-PLENARY-ANCHOR', anchor)]),
    icalLine('END', 'VTODO'),
  ].join('');
}

// The keys of how far something is, as they are stored; whatever else is written there is only told in words.
const STATES: ReadonlyMap<string, string> = new Map([
  ['planned', 'NEEDS-ACTION'],
  ['started', 'IN-PROCESS'],
  ['done', 'COMPLETED'],
  ['dropped', 'CANCELLED'],
]);

/** A task wants to know when it was written down. The same report gives the same file, so it is when its section was signed. */
function stampOf(signedAt: string | undefined): string {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)/.exec(signedAt ?? '');
  if (parts === null) return '19800101T000000Z';
  const [year, month, day, hour, minute, second] = parts.slice(1);
  return `${year}${month}${day}T${hour}${minute}${second}Z`;
}

/** What a list of tasks shows of it: one line, cut between two words where it is long; all of it is in the description. */
function summaryOf(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= LONGEST_SUMMARY) return line;
  const start = line.slice(0, LONGEST_SUMMARY);
  return `${start.slice(0, Math.max(start.lastIndexOf(' '), 1)).toWellFormed()}…`;
}

/** Two lines of a list on a phone. */
const LONGEST_SUMMARY = 120;
