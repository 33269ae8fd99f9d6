import { afterEach, beforeEach, expect, test } from 'vitest';
import { runFullDisk } from './full-disk.ts';
import { mountSmallDisk, type SmallDisk } from './small-disk.ts';

/** Fixed; printed by every failure. */
const SEED = 1;
const PATIENCE_MS = 120_000;

let disk: SmallDisk | undefined;

beforeEach(() => {
  disk = mountSmallDisk(24);
});

afterEach(() => disk?.remove());

test.for(['everybody stays', 'everybody leaves'] as const)(
  'on a full disk writers are told, nothing is shown as saved that is not, and it goes on with room again: %s',
  { timeout: PATIENCE_MS },
  async (which, context) => {
    if (disk === undefined) return context.skip('only root on Linux can mount a small disk');
    const { saved, refusals, broken } = await runFullDisk(disk, SEED, which);
    expect({ seed: SEED, broken }).toEqual({ seed: SEED, broken: [] });
    expect(refusals).toBeGreaterThan(0);
    expect(saved).toBeGreaterThan(40);
  },
);
