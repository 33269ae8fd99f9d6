import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHECKS } from '../checks/checks.ts';
import { canTrace } from '../trace/traced-run.ts';
import { MUTANTS } from './all-mutants.ts';
import { copyHouse, type HouseCopy } from './house-copy.ts';
import { huntWithCheck } from './hunt.ts';

const canCheck = (name: string): boolean => name !== 'fsync-before-echo' || canTrace();

describe('the sources as they are', () => {
  test.for(Object.keys(CHECKS).filter(canCheck))('pass %s', { timeout: 60_000 }, async (name) => {
    // The names come from the object itself.
    expect(await CHECKS[name as keyof typeof CHECKS]()).toEqual([]);
  });

  test('every check has a bug that fails it', () => {
    expect(new Set(MUTANTS.map(({ check }) => check))).toEqual(new Set(Object.keys(CHECKS)));
  });
});

describe('a planted bug is caught', () => {
  let copy: HouseCopy;
  beforeAll(() => {
    copy = copyHouse();
  });
  afterAll(() => copy.remove());

  test.for(MUTANTS.filter(({ check }) => canCheck(check)))(
    '$name by $check',
    { timeout: 60_000 },
    async (mutant) => {
      const { caught, said } = await huntWithCheck(copy, mutant);
      expect({ caught, said }).toMatchObject({ caught: true });
    },
  );

  test('a bug whose place is gone fails loudly', () => {
    const edits = [{ file: 'packages/sync/src/room.ts', find: 'no such words', put: '' }];
    expect(() => copy.plant(edits)).toThrow('does not contain exactly once');
  });
});
