import { expect, test } from 'vitest';
import { inSteps, LONGEST_TURN_MS } from './in-steps.ts';

/** Work of so many steps, each of which takes so long on a clock of its own. */
function work(steps: number, ms: number) {
  let time = 0;
  const told: string[] = [];
  function* all(): Generator<undefined, string, undefined> {
    for (let step = 0; step < steps; step += 1) {
      time += ms;
      told.push('step');
      yield;
    }
    return 'done';
  }
  const breathe = async (): Promise<void> => {
    await Promise.resolve();
    told.push('breath');
    time += 1000;
  };
  return { all: all(), told, breathe, now: () => time };
}

test('others have their turn whenever the work has taken its own, and what they take is not counted', async () => {
  const { all, breathe, now, told } = work(5, LONGEST_TURN_MS / 2);
  expect(await inSteps({ breathe, now }, all)).toBe('done');
  expect(told).toEqual(['step', 'step', 'breath', 'step', 'step', 'breath', 'step']);
});

test('where nobody else waits it is done in one go', async () => {
  const { all, now, told } = work(3, 1000);
  expect(await inSteps({ now }, all)).toBe('done');
  expect(told).toEqual(['step', 'step', 'step']);
});
