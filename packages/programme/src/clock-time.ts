/** Reads a time of day as people write it (`09:30`, `9:30:00`, `9h30`, `9 h`) into `09:30`; undefined for anything else. */
export function clockTime(typed: string): string | undefined {
  const match = WRITTEN.exec(typed.trim());
  if (match === null) return undefined;
  const hours = Number(match[1]);
  const minutes = Number(match[2] ?? '0');
  if (hours > 23 || minutes > 59) return undefined;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/** A colon needs its minutes; `h` may stand alone, as French has it. */
const WRITTEN = /^(\d{1,2})(?:\s?h\s?|:(?=\d\d))(\d\d)?(?::\d\d)?$/iu;
