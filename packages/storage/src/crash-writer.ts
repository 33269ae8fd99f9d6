import { writeSync } from 'node:fs';
import { openDataFolder } from './data-folder.ts';

/**
 * A process for tests to kill: appends to the documents `a` and `b` of a folder as fast as it can, and prints
 * every acknowledged number, `a 17`, after the store has said so and never before.
 */
const [path = ''] = process.argv.slice(2);
const { documents } = await openDataFolder(path);
writeSync(1, 'open\n');
for (let round = 0; ; round += 1) {
  const batch = Array.from({ length: 8 }, (_, index) => ({
    document: index % 2 === 0 ? 'a' : 'b',
    epoch: 1,
    update: new TextEncoder().encode(`round ${round}, update ${index}`),
    author: 'ann',
    claims: [],
    at: round,
  }));
  const outcomes = await documents.append(batch);
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome.ok) writeSync(1, `${batch[index]?.document} ${outcome.seq}\n`);
  }
}
