import type { Detail } from '@plenary/report-ast';
import { z } from 'zod/mini';

/** A short text picked on an outcome, such as a name: one line, trimmed, `null` when there is none. */
export const pickedText = z.pipe(
  z.nullish(z.string({ error: 'A picked value is a text.' })),
  z.transform((value) => oneLine(value ?? '') || null),
);

/** A picked value as the report prints it; nothing for `null`. */
export function detail(label: string, value: string | null): readonly Detail[] {
  return value === null ? [] : [{ label, value: [{ type: 'text', value }] }];
}

/** The key of the value that is printed with these words; the words themselves where it is none of them. */
export function keyOf(words: string, values: Readonly<Record<string, string>>): string {
  return Object.keys(values).find((key) => values[key] === words) ?? words;
}

/** Editors write lines; other programs may write anything. */
function oneLine(value: string): string {
  return value
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
}
