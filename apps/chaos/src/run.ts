/** `node apps/chaos/src/run.ts [--seed N] [--kills N] [--long] [--faults a,b]`: the chaos run; exit code 3 when an invariant was broken. */
import { parseArgs } from 'node:util';
import { runChaos } from './run/chaos-run.ts';
import { FAULT_NAMES } from './run/faults.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    kills: { type: 'string' },
    long: { type: 'boolean', default: false },
    faults: { type: 'string' },
  },
});
const faults = values.faults?.split(',').map((name) => {
  const found = FAULT_NAMES.find((candidate) => candidate === name);
  if (found === undefined) throw new Error(`There is no fault ${name}; choose of ${FAULT_NAMES.join(', ')}.`);
  return found;
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
console.log(`seed ${seed}`);
const result = await runChaos({
  seed,
  kills: Number(values.kills ?? (values.long ? 110 : 10)),
  writers: 24,
  crews: 3,
  groups: 3,
  // A document that grows beyond what people write would make the run a test of this machine's patience.
  pauseMs: values.long ? 350 : 120,
  savedBetween: values.long ? 60 : 30,
  calmMs: 300,
  signings: values.long ? 4 : 1,
  ...(faults === undefined ? {} : { faults }),
  say: (line) => console.log(line),
});
console.log(JSON.stringify(result, undefined, 2));
process.exitCode = result.broken.length === 0 ? 0 : 3;
