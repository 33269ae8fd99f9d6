import type { Scenario } from './scenario.ts';
import { FRESH_SERVER_MS, measureTyping } from './typing-case.ts';

/** The summit's morning: seven working groups of forty people, all writing. */
export const morning: Scenario = {
  name: 'morning',
  about:
    '7 rooms of 40 writers, each pressing 3 keys a second at irregular moments, with a caret move for each key. A delivery is one key on one other screen.',
  needs: 'nothing',
  async run({ quick, seconds, seed, start }) {
    const rooms = quick ? 2 : 7;
    const writers = quick ? 6 : 40;
    const server = await start(rooms, writers);
    const figures = await measureTyping(
      {
        kind: 'typing',
        rooms: server.rooms,
        writers,
        readers: 0,
        keysPerSecond: 3,
        cursors: true,
        seed,
        warmUpMs: quick ? 500 : FRESH_SERVER_MS,
        pid: server.pid,
      },
      seconds,
    );
    return [{ name: '', figures }];
  },
};
