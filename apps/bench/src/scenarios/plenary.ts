import type { Case } from '../report/figures.ts';
import type { Scenario } from './scenario.ts';
import { FRESH_SERVER_MS, measureTyping, NEW_CROWD_MS } from './typing-case.ts';

/** The plenary session: few write, everybody follows. */
export const plenary: Scenario = {
  name: 'plenary',
  about:
    '1 room with 5 writers of 3 keys a second and a caret move for each, and 500, 1,000 or 2,000 readers.',
  needs: 'nothing',
  async run({ quick, seconds, seed, start }) {
    const server = await start(1, 5);
    const cases: Case[] = [];
    for (const [index, readers] of (quick ? [20] : [500, 1000, 2000]).entries()) {
      const warmUpMs = index === 0 ? FRESH_SERVER_MS : NEW_CROWD_MS;
      const figures = await measureTyping(
        {
          kind: 'typing',
          rooms: server.rooms,
          writers: 5,
          readers,
          keysPerSecond: 3,
          cursors: true,
          seed: seed + readers,
          warmUpMs: quick ? 500 : warmUpMs,
          pid: server.pid,
        },
        seconds,
      );
      cases.push({ name: `${readers.toLocaleString('en')} readers`, figures });
    }
    return cases;
  },
};
