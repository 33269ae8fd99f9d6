/** `node apps/chaos/src/fuzz.ts [--seed N] [--frames N]`: the fuzz run; exit code 3 when a frame was not borne. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz/fuzz.ts';

const { values } = parseArgs({
  options: { seed: { type: 'string' }, frames: { type: 'string', default: '20000' } },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
console.log(`seed ${seed}`);
const { frames, news, ...result } = await fuzz({
  seed,
  frames: Number(values.frames),
  say: (line) => console.log(line),
});
const dearest = Object.values(news?.dearest ?? {}).toSorted((one, other) => other.cpuMs - one.cpuMs);
console.log(JSON.stringify({ ...result, ...news, dearest }, undefined, 2));
if ((news?.tooDear.length ?? 0) > 0) process.exitCode = 3;
if (frames !== undefined) {
  const file = new URL(`../crashers/seed-${seed}.jsonl`, import.meta.url);
  writeFileSync(file, frames);
  console.log(`Its frames are in ${file.pathname}; mend the server and leave the file there.`);
  process.exitCode = 3;
}
