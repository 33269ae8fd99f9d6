import type { Figures } from '../report/figures.ts';
import type { Scenario } from './scenario.ts';
import { measureTyping } from './typing-case.ts';

/** Beyond this, people feel that the others are late. */
const BEARABLE_P99_MS = 100;
/** Each step types this much faster; finer steps would measure the machine's moods. */
const STEP = 1.4;
/** Faster than this nobody's fingers are: a step here stands for more people. Plenary's limit is 200 frames a second. */
const FASTEST_KEYS = 90;

/** How much goes through before it gets slow. */
export const saturation: Scenario = {
  name: 'saturation',
  about: `The morning’s rooms at 3 keys a second and person, then ${STEP} times faster at each step, until the p99 is over ${BEARABLE_P99_MS} ms or a key is not delivered. The last step before that counts.`,
  needs: 'nothing',
  async run({ quick, seconds, seed, start }) {
    const rooms = quick ? 2 : 7;
    const writers = quick ? 6 : 40;
    const server = await start(rooms, writers);
    let sustained: Figures = {};
    for (let keysPerSecond = 3; keysPerSecond < FASTEST_KEYS; keysPerSecond *= STEP) {
      const figures = await measureTyping(
        {
          kind: 'typing',
          rooms: server.rooms,
          writers,
          readers: 0,
          keysPerSecond,
          cursors: true,
          seed: seed + Math.round(keysPerSecond * 1000),
          warmUpMs: quick ? 300 : 2000,
          pid: server.pid,
        },
        seconds,
      );
      const { p99 = Number.POSITIVE_INFINITY, missing = 1, lost = 1 } = figures;
      if (!(p99 <= BEARABLE_P99_MS) || missing > 0 || lost > 0) break;
      sustained = figures;
      if (quick) break;
    }
    const { rate = 0, ...rest } = sustained;
    return [{ name: '', figures: { sustained: rate, ...rest } }];
  },
};
