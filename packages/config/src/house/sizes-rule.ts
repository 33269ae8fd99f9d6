import type { House, Rule } from './rule.ts';
import { isTest, type Finding } from './tree.ts';

/** A screen holds about 60 lines; five screens are what a reader keeps in mind at once. */
const MAX_LINES = 300;

/** One concept a file: no source is longer than a reader can hold. Tests and data may be. */
export const sizesRule: Rule = { name: 'sizes', check };

function check(house: House): readonly Finding[] {
  const sources = house.files.filter(
    (file) => /^(packages|apps)\/.*\.(tsx?|css)$/.test(file) && !isTest(file),
  );
  return sources.flatMap((file): Finding[] => {
    const lines = house.read(file).trimEnd().split('\n').length;
    return lines > MAX_LINES
      ? [{ file, message: `${lines} lines; over ${MAX_LINES} it holds more than one concept.` }]
      : [];
  });
}
