import { generate } from '../load/generator-link.ts';
import type { Case } from '../report/figures.ts';
import type { Scenario } from './scenario.ts';
import { FRESH_SERVER_MS, measureTyping } from './typing-case.ts';

/** A big house where most rooms are silent: it should cost what the busy ones cost. */
export const large: Scenario = {
  name: 'large',
  about:
    '100 documents with 4 writers of 3 keys a second each; first alone, then beside 900 documents that are open on one screen each and silent.',
  needs: 'documents',
  async run({ quick, seconds, seed, start }) {
    const active = quick ? 4 : 100;
    const silent = quick ? 10 : 900;
    const server = await start(active + silent, 4);
    const { rooms, pid } = server;
    const crowd = { kind: 'typing', keysPerSecond: 3, cursors: true, pid } as const;
    const measure = async (name: string, at: number): Promise<Case> => ({
      name,
      figures: await measureTyping(
        {
          ...crowd,
          rooms: rooms.slice(0, active),
          writers: 4,
          readers: 0,
          seed: at,
          warmUpMs: quick ? 500 : FRESH_SERVER_MS,
        },
        seconds,
      ),
    });

    const alone = await measure(`${active} active alone`, seed);
    const holding = await generate({
      ...crowd,
      rooms: rooms.slice(active),
      writers: 0,
      readers: 1,
      seed,
      warmUpMs: 0,
    });
    const beside = await measure(`${active} active beside ${silent} silent`, seed + 1);
    await holding.end();
    return [alone, beside];
  },
};
