import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runFault } from './fault-run.ts';

/** Fixed; printed by every failure. */
const SEED = 3;
const HOUR_MS = 3_600_000;
const JUMPING_CLOCK = fileURLToPath(new URL('jumping-clock.ts', import.meta.url));
/** Two hours on, four back: then two behind. Then a day on, and a year back. */
const JUMPS_MS = [2 * HOUR_MS, -4 * HOUR_MS, 24 * HOUR_MS, -365 * 24 * HOUR_MS];

test('when the clock of the server jumps on and back, nobody is closed, and everybody goes on saving', async () => {
  const { broken, refusals, saved } = await runFault({
    seed: SEED,
    writers: 8,
    pauseMs: 50,
    under: ['env', `NODE_OPTIONS=--import=${JUMPING_CLOCK}`, `CLOCK_JUMPS_MS=${JUMPS_MS.join()}`],
    async harm(scene) {
      const { server, crew } = scene;
      for (const jump of JUMPS_MS) {
        server.signal('SIGUSR2');
        const before = crew.saved;
        await crew.moreSaved(100, 10_000);
        if (crew.saved < before + 100)
          scene.remark(
            `After a jump of ${jump / HOUR_MS} h ${crew.saved - before} edits were saved in ten seconds.`,
          );
      }
      // It starts with a clock that is a year ahead of what it wrote down last.
      await server.kill();
      await server.start();
    },
  });
  expect({ seed: SEED, broken, refusals }).toEqual({ seed: SEED, broken: [], refusals: 0 });
  expect(saved).toBeGreaterThan(400);
}, 120_000);
