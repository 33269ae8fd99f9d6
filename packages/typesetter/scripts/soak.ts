/**
 * `node scripts/soak.ts [runs] [seed]`: random reports as PDF, read back. Prints each one that lost something or was
 * refused, with what is needed to make it again. For a night, not for a change.
 */
import { compareShapes, findFormat, shapeOf } from '@plenary/exporters';
import { PICTURES } from '@plenary/exporters/fixtures';
import { type Report, reportLeaves } from '@plenary/report-ast';
import { arbitraryReport } from '@plenary/report-ast/arbitrary';
import fc from 'fast-check';
import { createTypesetter } from '../src/typst-typesetter.ts';

const [runs = 10_000, seed = 1] = process.argv.slice(2).map(Number);
const typesetter = createTypesetter({ filesPerProcess: 100, timeLimit: 20_000 });
const format = findFormat('pdf');
if (format === undefined) throw new Error('There is no format pdf.');
const exporter = await format.load({ typesetter });

let bad = 0;
for (const [index, report] of fc.sample(arbitraryReport(), { numRuns: runs, seed }).entries()) {
  const wrong = await whatIsWrongWith(report).catch((error: unknown) => String(error));
  if (wrong === undefined) continue;
  bad += 1;
  console.log(`report ${index} of seed ${seed}: ${wrong}`);
}
typesetter.close();
console.log(`${bad} of ${runs} are not as they should be`);
process.exitCode = bad === 0 ? 0 : 1;

async function whatIsWrongWith(report: Report): Promise<string | undefined> {
  const { file, omitted = [], without } = await exporter.write(report, PICTURES);
  const { words, shape, asRead = (text: string) => text } = await exporter.readBack(file);
  const shown = new Map([...PICTURES].filter(([id]) => !omitted.includes(id)));
  const [difference] = compareShapes(shapeOf(report, shown), shape, without);
  if (difference !== undefined) return JSON.stringify(difference);
  const text = collapsed(words);
  let position = 0;
  for (const line of reportLeaves(report).flatMap((leaf) => leaf.split('\n'))) {
    const wanted = collapsed(asRead(line));
    const found = text.indexOf(wanted, position);
    if (found === -1)
      return `${JSON.stringify(wanted)} is not in ${JSON.stringify(text.slice(position, position + 100))}`;
    position = found + wanted.length;
  }
  return undefined;
}

function collapsed(text: string): string {
  return text.replaceAll(/[ \t\n]+/g, ' ').trim();
}
