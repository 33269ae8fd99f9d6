/**
 * `node apps/chaos/src/mutants.ts [--chaos] [--seed N] [--only name]`: plants every bug; exit code 1 when one is not caught, or the
 * sources are broken without any.
 */
import { parseArgs } from 'node:util';
import { MUTANTS } from './mutants/all-mutants.ts';
import { copyHouse } from './mutants/house-copy.ts';
import { huntWithChaos, huntWithCheck } from './mutants/hunt.ts';
import { canTrace } from './trace/traced-run.ts';

const { values } = parseArgs({
  options: {
    chaos: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
});
const copy = copyHouse();
let escaped = 0;
try {
  if (values.chaos && values.only === undefined) {
    const faults = [...new Set(MUTANTS.flatMap(({ chaos }) => (typeof chaos === 'string' ? [] : chaos)))];
    const { caught, said } = await huntWithChaos(copy, [], faults, Number(values.seed));
    if (caught) escaped += 1;
    console.log(
      `the sources as they are: ${caught ? `BROKEN: ${remarks(said)}` : 'whole after the same faults'}`,
    );
  }
  for (const mutant of MUTANTS.filter(({ name }) => name === (values.only ?? name))) {
    if (mutant.check === 'fsync-before-echo' && !canTrace()) {
      console.log(`${mutant.name}: skipped, there is no strace here`);
      continue;
    }
    const { caught, said } = await huntWithCheck(copy, mutant);
    if (!caught) escaped += 1;
    console.log(`${mutant.name}: ${caught ? 'caught' : 'ESCAPED'} by ${mutant.check}: ${said}`);
    if (!values.chaos) continue;
    if (typeof mutant.chaos === 'string') {
      console.log(`${mutant.name}: not for chaos, ${mutant.chaos}`);
      continue;
    }
    const run = await huntWithChaos(copy, mutant.edits, mutant.chaos, Number(values.seed));
    if (!run.caught) escaped += 1;
    console.log(`${mutant.name}: ${run.caught ? 'caught' : 'ESCAPED'} by chaos: ${remarks(run.said)}`);
  }
} finally {
  copy.remove();
}
process.exitCode = escaped === 0 ? 0 : 1;

/** The invariants that were broken, out of the report of a run. */
function remarks(said: string): string {
  return said
    .split('\n')
    .filter((line) => /^ {4}"|[Ee]rror/.test(line))
    .slice(0, 3)
    .join(' ')
    .trim();
}
