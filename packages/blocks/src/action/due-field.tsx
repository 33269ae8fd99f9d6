import type { Lang } from '@plenary/programme';
import { useBlockServices } from '../frame/block-services.ts';
import { PickedField } from '../frame/picked-field.tsx';
import type { Suggestion } from '../frame/suggestion.ts';
import { dueExamples, dueRemark } from './action.messages.ts';
import { formatDay } from './due-date.ts';
import { readDueDate } from './read-due-date.ts';

interface DueFieldProps {
  readonly label: string;
  readonly value: string | null;
  readonly missing: string;
  readonly onPick: (value: string | null) => void;
}

/**
 * A day, typed as one says it. What it is taken for is shown in full, with its weekday, while it is typed. Words that
 * mean no day are kept as they are, and said to be none: "before the summer" is worth more to a reader than nothing.
 */
export function DueField(props: DueFieldProps) {
  const { lang, today } = useBlockServices();
  return (
    <PickedField
      {...props}
      read={(typed) => readDueDate(typed, today())[0] ?? typed}
      suggest={(typed) => suggestDays(typed, today(), lang)}
      format={(day) => formatDay(day, lang, 'weekday')}
      complain={(day) => (formatDay(day, lang) === day ? dueRemark[lang] : undefined)}
    />
  );
}

/** What is typed as days in full; before anything is typed, a few that are often meant. */
function suggestDays(typed: string, today: string, lang: Lang): readonly Suggestion[] {
  const phrases = typed.trim() === '' ? dueExamples[lang] : [];
  const days = phrases.length > 0 ? [] : readDueDate(typed, today);
  return [
    ...days.map((day) => ({ value: day, label: formatDay(day, lang, 'weekday') })),
    ...phrases.flatMap((hint) => {
      const [value] = readDueDate(hint, today);
      return value === undefined ? [] : [{ value, label: formatDay(value, lang, 'weekday'), hint }];
    }),
  ].filter(({ value }, index, all) => all.findIndex((other) => other.value === value) === index);
}
