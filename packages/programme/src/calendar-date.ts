import type { IsoDate } from './model.ts';

/** Whether a text is a day of the calendar, written `2016-10-13`; `2016-02-30` is none. */
export function isCalendarDate(text: string): text is IsoDate {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  // Some engines read 30 February as 1 March; a real day is written back as it was.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
