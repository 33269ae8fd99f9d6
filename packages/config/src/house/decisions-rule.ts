import path from 'node:path';
import type { House, Rule } from './rule.ts';
import type { Finding } from './tree.ts';

const FOLDER = 'apps/docs/decisions';

/** Every decision record says whether it still holds, and the list of decisions names it. */
export const decisionsRule: Rule = { name: 'decisions', check };

function check(house: House): readonly Finding[] {
  const index = `${FOLDER}/README.md`;
  const records = house.files.filter(
    (file) => file.startsWith(`${FOLDER}/`) && /\/\d{4}-[^/]+\.md$/.test(file),
  );
  const list = house.files.includes(index) ? house.read(index) : '';
  return records.flatMap((file) => {
    const findings: Finding[] = [];
    if (!/^[*_\s-]*Status[*_]*:/m.test(house.read(file))) {
      findings.push({ file, message: 'It has no line `Status: …`.' });
    }
    if (!list.includes(path.posix.basename(file))) {
      findings.push({ file, message: `It is not listed in ${index}.` });
    }
    return findings;
  });
}
