import { expect, test } from 'vitest';
import { parseBusySeconds } from './machine-load.ts';
import { cpuSeconds, parseCpuSeconds, residentMegabytes } from './process-figures.ts';

test('CPU time is read behind a program name that may hold anything', () => {
  const stat = '42 (a) b (c) S 1 42 42 0 -1 4194560 900 0 1 0 250 75 0 0 20 0 11 0 123 456';
  expect(parseCpuSeconds(stat)).toBe(3.25);
});

test('a process that is not there has no figures', () => {
  expect(cpuSeconds(2 ** 30)).toBeNaN();
  expect(residentMegabytes(2 ** 30)).toBeNaN();
});

test('a machine is busy with everything but idling and waiting for disks', () => {
  expect(parseBusySeconds('cpu  100 20 30 5000 700 4 6 40 0 0\ncpu0 1 2 3\n')).toBe(2);
});
