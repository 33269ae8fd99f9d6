import { dayTitle, type Lang } from '@plenary/programme';

/**
 * A moment as people at the summit saw it on their clocks: “Thursday 13 October 2016, 14:32”. A time zone that the
 * platform does not know gives the time in UTC, and says so.
 */
export function momentIn(milliseconds: number, timezone: string, lang: Lang): string {
  const zone = isKnown(timezone) ? timezone : 'UTC';
  // Only digits are taken from Intl: its orders and separators change from one release to the next.
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const parts = new Map(format.formatToParts(milliseconds).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  const date = dayTitle(`${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`, lang);
  const suffix = zone === timezone ? '' : ' UTC';
  return `${date}, ${part('hour')}:${part('minute')}${suffix}`;
}

function isKnown(timezone: string): boolean {
  try {
    // Throws for a zone it does not know.
    return new Intl.DateTimeFormat('en-GB', { timeZone: timezone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
