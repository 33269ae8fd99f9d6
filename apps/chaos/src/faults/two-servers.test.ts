import { expect, test } from 'vitest';
import { createPlenary } from '../process/plenary-process.ts';
import { runFault } from './fault-run.ts';

/** Fixed; printed by every failure. */
const SEED = 4;

test('of several servers on one folder one writes; the others say so and end, and take over only from the dead', async () => {
  const { broken, refusals } = await runFault({
    seed: SEED,
    writers: 8,
    pauseMs: 50,
    async harm(scene) {
      const { server, crew } = scene;
      const { dataDir } = server;
      const rivals = await Promise.all([1, 2, 3].map(() => createPlenary({ dataDir })));
      const startAll = async (): Promise<readonly PromiseSettledResult<void>[]> =>
        Promise.allSettled(rivals.map((rival) => rival.start()));
      try {
        // While one runs, and writes.
        for (const outcome of await startAll()) {
          if (outcome.status === 'fulfilled') scene.remark('A second server took a folder that was in use.');
          else if (!String(outcome.reason).includes(dataDir))
            scene.remark(`A second server did not say what is wrong: ${String(outcome.reason)}`);
        }
        await crew.moreSaved(100, 10_000);
        // When it was killed, all at once: its lock died with it, and there is one winner.
        await server.kill();
        const winners = (await startAll()).filter(({ status }) => status === 'fulfilled').length;
        if (winners !== 1) scene.remark(`${winners} servers took the folder of a dead one.`);
      } finally {
        await Promise.all(rivals.map((rival) => rival.kill()));
      }
      await server.start();
    },
  });
  expect({ seed: SEED, broken, refusals }).toEqual({ seed: SEED, broken: [], refusals: 0 });
}, 120_000);
