/** The process that is fuzzed, started by `fuzz.ts`: `node fuzz-process.ts <seed> <frames> <file>`. */
import { openSync, ftruncateSync, writeSync } from 'node:fs';
import { createRandom } from '@plenary/testing';
import { createStage } from '../stage/stage.ts';
import { createCorpus } from './corpus.ts';
import { fuzzRound, MOST_CPU_MS, type FrameCost } from './fuzz-round.ts';
import type { FuzzNews } from './fuzz.ts';

/** A document is fresh again after so many: its size stays one that people have. */
const FRAMES_PER_ROUND = 250;
/** The same for all runs, so that the seed of a round is all it takes to have it again. */
const CORPUS_SEED = 1;

const [seed = 1, frames = 1000] = process.argv.slice(2, 4).map(Number);
const file = openSync(process.argv[4] ?? '', 'a');
const corpus = createCorpus(createRandom(CORPUS_SEED));
const outcomes = { taken: 0, ignored: 0, refused: 0 };
const kinds: Record<string, number> = {};
const dearest: Record<string, FrameCost> = {};
const tooDear: FrameCost[] = [];
let received = 0;

for (let round = 0; round * FRAMES_PER_ROUND < frames; round += 1) {
  // What is in the file when this process dies is what killed it.
  ftruncateSync(file);
  writeSync(file, `${JSON.stringify({ seed: seed + round })}\n`);
  const stage = await createStage();
  await fuzzRound({
    stage,
    document: `doc${round}`,
    seed: seed + round,
    corpus,
    frames: Math.min(FRAMES_PER_ROUND, frames - received),
    watch: {
      before({ kind, bytes }) {
        writeSync(file, `${JSON.stringify({ kind, bytes: Buffer.from(bytes).toString('base64') })}\n`);
        kinds[kind] = (kinds[kind] ?? 0) + 1;
      },
      after(cost, outcome) {
        received += 1;
        outcomes[outcome] += 1;
        if (cost.cpuMs > (dearest[cost.kind]?.cpuMs ?? 0)) dearest[cost.kind] = cost;
        if (cost.cpuMs > MOST_CPU_MS) tooDear.push(cost);
      },
    },
  });
  tell();
}
tell();
process.disconnect();

function tell(): void {
  const memory = Math.round(process.memoryUsage().rss / 2 ** 20);
  const news: FuzzNews = { received, outcomes, kinds, dearest, tooDear, memory };
  process.send?.(news);
}
