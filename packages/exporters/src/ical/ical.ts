import type { Report } from '@plenary/report-ast';
import { type Exporter, whole } from '../exporter.ts';
import { fileText } from '../file-text.ts';
import { toldOutcomes } from '../outcomes/told-outcomes.ts';
import { icalLine, icalText } from './ical-line.ts';
import { isTodo, todo } from './todo.ts';

/** What is to be done, as tasks for a calendar. */
export const ical = {
  id: 'ics',
  mediaType: 'text/calendar;charset=utf-8',
  extension: 'ics',
  covers: isTodo,
  write: (report: Report) =>
    whole(
      [
        icalLine('BEGIN', 'VCALENDAR'),
        icalLine('VERSION', '2.0'),
        icalLine('PRODID', '-//Plenary//Plenary//EN'),
        icalLine('X-WR-CALNAME', icalText(report.summit.title)),
        ...toldOutcomes(report)
          .filter(({ outcome }) => isTodo(outcome))
          .map((told) => todo(told, report)),
        icalLine('END', 'VCALENDAR'),
      ].join(''),
    ),
  readBack: async (file) => {
    const { convertIcsCalendar } = await import('ts-ics');
    const { todos = [] } = convertIcsCalendar(undefined, fileText(file));
    return { words: todos.map(({ description = '' }) => description).join('\n'), shape: {} };
  },
} as const satisfies Exporter;
