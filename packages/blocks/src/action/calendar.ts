/** A day as `2016-10-14`. Days have no time zone, so all reckoning is in UTC. */
export type Day = string;

/** The day a number of days later. */
export function addDays(day: Day, count: number): Day {
  const { year, month, date } = fields(day);
  return dayOf(year, month, date + count);
}

/** The same date a number of months later; the month's last day where it is shorter. */
export function addMonths(day: Day, count: number): Day {
  const { year, month, date } = fields(day);
  const last = fields(lastOfMonth(year, month + count));
  return dayOf(last.year, last.month, Math.min(date, last.date));
}

/** The last day of a month. Months count from 1 and may run over the end of a year. */
export function lastOfMonth(year: number, month: number): Day {
  return dayOf(year, month + 1, 0);
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

export function fields(day: Day): { readonly year: number; readonly month: number; readonly date: number } {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return { year, month, date };
}

/** A real day of the calendar between the years 2000 and 2199, or undefined: 30 February is a slip, not 2 March. */
export function realDay(year: number, month: number, date: number): Day | undefined {
  if (year < 2000 || year > 2199 || month < 1 || month > 12 || date < 1) return undefined;
  return date > fields(lastOfMonth(year, month)).date ? undefined : dayOf(year, month, date);
}

/** The first year, from the one of `today` on, in which this date is not over; undefined for 30 February. */
export function nextDate(today: Day, month: number, date: number): Day | undefined {
  const { year } = fields(today);
  // A leap day may be eight years away (1896, 1904; 2096, 2104).
  for (let later = 0; later <= 8; later += 1) {
    const day = realDay(year + later, month, date);
    if (day !== undefined && day >= today) return day;
  }
  return undefined;
}

function dayOf(year: number, month: number, date: number): Day {
  return new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10);
}
