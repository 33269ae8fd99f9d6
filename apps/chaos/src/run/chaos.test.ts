import { expect, test } from 'vitest';
import { runChaos } from './chaos-run.ts';

/** Fixed, so that two runs that differ differ by the machine alone; printed by every failure. */
const SEED = 20_161_012;

test('what was shown as saved is there after kills, cuts, pauses and a signature, exactly once', async () => {
  const result = await runChaos({
    seed: SEED,
    kills: 5,
    writers: 20,
    crews: 2,
    groups: 2,
    pauseMs: 150,
    savedBetween: 20,
    calmMs: 300,
    signings: 1,
    say: () => {},
  });
  expect(result).toMatchObject({ seed: SEED, broken: [], signings: 1 });
  expect(result.kills).toBeGreaterThanOrEqual(5);
  expect(result.saved).toBeGreaterThan(200);
  expect(result.seen).toBeGreaterThan(200);
}, 120_000);
