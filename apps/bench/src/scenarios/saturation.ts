import type { Figures } from '../report/figures.ts';
import type { Scenario } from './scenario.ts';
import { FRESH_SERVER_MS, measureTyping } from './typing-case.ts';

/** Beyond this, people feel that the others are late. */
const BEARABLE_P99_MS = 100;
/** Each step types this much faster; the last one is tried again by half, and finer steps would measure the machine's moods. */
const STEP = 1.4;
const HALF_STEP = Math.sqrt(STEP);
/** Faster than this nobody's fingers are: a step here stands for more people. Plenary's limit is 200 frames a second. */
const FASTEST_KEYS = 90;

/** How much goes through before it gets slow. */
export const saturation: Scenario = {
  name: 'saturation',
  about: `The morning’s rooms at 3 keys a second and person, then ${STEP} times faster at each step, until the p99 is over ${BEARABLE_P99_MS} ms or a key is not delivered; then half a step less. The fastest that went through counts.`,
  needs: 'nothing',
  async run({ quick, seconds, seed, start }) {
    const rooms = quick ? 2 : 7;
    const writers = quick ? 6 : 40;
    const server = await start(rooms, writers);
    let sustained: Figures = {};
    let keysPerSecond = 3;
    let isOver = false;
    let warmUpMs = FRESH_SERVER_MS;
    while (keysPerSecond < FASTEST_KEYS) {
      const figures = await measureTyping(
        {
          kind: 'typing',
          rooms: server.rooms,
          writers,
          readers: 0,
          keysPerSecond,
          cursors: true,
          seed: seed + Math.round(keysPerSecond * 1000),
          warmUpMs: quick ? 300 : warmUpMs,
          pid: server.pid,
        },
        seconds,
      );
      warmUpMs = 2000;
      const { p99 = Number.POSITIVE_INFINITY, missing = 1, lost = 1 } = figures;
      const isBorne = p99 <= BEARABLE_P99_MS && missing === 0 && lost === 0;
      if (isBorne) sustained = figures;
      if (quick || isOver) break;
      isOver = !isBorne;
      keysPerSecond *= isBorne ? STEP : 1 / HALF_STEP;
    }
    const { rate = 0, ...rest } = sustained;
    return [{ name: '', figures: { sustained: rate, ...rest } }];
  },
};
