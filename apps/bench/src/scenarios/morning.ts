import type { Scenario } from './scenario.ts';
import { measureTyping } from './typing-case.ts';

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
        warmUpMs: quick ? 500 : 3000,
        pid: server.pid,
      },
      seconds,
    );
    return [{ name: '', figures }];
  },
};
