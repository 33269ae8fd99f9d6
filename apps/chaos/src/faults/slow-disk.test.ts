import { describe, expect, test } from 'vitest';
import { canTrace } from '../trace/traced-run.ts';
import { runFault } from './fault-run.ts';

/** Fixed; printed by every failure. */
const SEED = 5;

/** Every flush of a file takes a third of a second longer. */
const SLOWLY = ['strace', '-D', '-f', '-o', '/dev/null', '-e', 'trace=fsync,fdatasync'].concat([
  '-e',
  'inject=fsync,fdatasync:delay_enter=330000',
]);

describe.skipIf(!canTrace())(
  'a disk that is spoilt by strace (skipped where strace is not installed)',
  () => {
    test('on a disk that takes a third of a second for each flush people wait, and nobody is turned away', async () => {
      const { broken, refusals, saved, updates } = await runFault({
        seed: SEED,
        writers: 8,
        pauseMs: 80,
        async harm({ server, crew }) {
          await server.kill();
          await server.start(SLOWLY);
          await crew.moreSaved(100, 30_000);
        },
      });
      expect({ seed: SEED, broken, refusals }).toEqual({ seed: SEED, broken: [], refusals: 0 });
      expect(saved).toBeGreaterThan(150);
      expect(updates).toBeGreaterThan(150);
    }, 120_000);
  },
);
