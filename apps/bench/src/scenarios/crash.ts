import { setTimeout as delay } from 'node:timers/promises';
import { generate } from '../load/generator-link.ts';
import type { ServedClocks } from '../load/checking.ts';
import { FIRST_KEY } from '../load/typist.ts';
import type { Figures } from '../report/figures.ts';
import type { Scenario } from './scenario.ts';

/** The process dies; what did people believe in that is no more? */
export const crash: Scenario = {
  name: 'crash',
  about:
    '1 room of 50 writers of 3 keys a second; kill -9 in the middle of it; the server is started again and a newcomer reads the document. Counted: keys that were on somebody else’s screen before the kill and are in no document after it. A killed process is not a power cut: what the operating system had taken is kept.',
  needs: 'documents',
  async run({ quick, seconds, seed, start }) {
    const writers = quick ? 6 : 50;
    const server = await start(1, writers);
    const load = await generate({
      kind: 'typing',
      rooms: server.rooms,
      writers,
      readers: 0,
      keysPerSecond: 3,
      cursors: false,
      seed,
      warmUpMs: 0,
      pid: server.pid,
    });
    await load.begin();
    await delay(seconds * 1000);
    await server.kill();
    const { seen } = await load.end();
    const again = await start(1, 1);
    const newcomer = await generate({ kind: 'checking', rooms: again.rooms });
    return [{ name: '', figures: compare(seen, await newcomer.end()) }];
  },
};

/** `seen`: by client id, the clock of the newest key others had seen. `served`: how many clocks there are now. */
export function compare(seen: Readonly<Record<string, number>>, served: ServedClocks): Figures {
  let seenKeys = 0;
  let lostKeys = 0;
  for (const [client, newest] of Object.entries(seen)) {
    const end = newest + 1;
    seenKeys += end - FIRST_KEY;
    lostKeys += Math.max(0, end - Math.max(FIRST_KEY, served[client] ?? 0));
  }
  return { seenKeys, lostKeys, lostShare: seenKeys === 0 ? 0 : (100 * lostKeys) / seenKeys };
}
