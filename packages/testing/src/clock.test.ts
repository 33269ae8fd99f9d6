import { expect, test } from 'vitest';
import { createManualClock, START } from './clock.ts';

test('time passes only when it is told to', () => {
  const clock = createManualClock(1000);
  expect(clock.now()).toBe(1000);
  clock.advance(250);
  expect(clock.now()).toBe(1250);
  expect(createManualClock().now()).toBe(START);
});

test('tasks run in the order of their time and see it', () => {
  const clock = createManualClock(0);
  const seen: string[] = [];
  clock.after(20, () => seen.push(`late ${clock.now()}`));
  clock.after(10, () => seen.push(`first ${clock.now()}`));
  clock.after(10, () => seen.push(`second ${clock.now()}`));
  clock.advance(9);
  expect(seen).toEqual([]);
  clock.advance(11);
  expect(seen).toEqual(['first 10', 'second 10', 'late 20']);
});

test('a cancelled task does not run', () => {
  const clock = createManualClock(0);
  const seen: string[] = [];
  const cancel = clock.after(10, () => seen.push('ran'));
  cancel();
  clock.advance(100);
  expect(seen).toEqual([]);
  expect(clock.waiting).toBe(0);
});

test('a task set by a task runs when it falls into the span', () => {
  const clock = createManualClock(0);
  const seen: number[] = [];
  const again = (): void => {
    seen.push(clock.now());
    clock.after(10, again);
  };
  clock.after(10, again);
  clock.advance(35);
  expect(seen).toEqual([10, 20, 30]);
  expect(clock.waiting).toBe(1);
});

test('time does not run backwards', () => {
  expect(() => createManualClock().advance(-1)).toThrow('backwards');
});
