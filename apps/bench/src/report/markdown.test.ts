import { describe, expect, test } from 'vitest';
import { scenarios } from '../scenarios/scenarios.ts';
import { type Results, writeMarkdown } from './markdown.ts';
import type { Measurement } from './statistics.ts';

const machine = {
  processor: 'A processor',
  cores: 2,
  memoryGigabytes: 8,
  system: 'Linux 6',
  node: 'v24.0.0',
  disk: 'ext4 on /dev/x',
  pinned: true,
  commit: 'abc1234',
};
const took = (server: string, run: number, cpuPer1000: number, p99: number): Measurement => ({
  scenario: 'morning',
  server,
  run,
  cases: [{ name: '', figures: { cpuPer1000, p99 } }],
});
const page = (measurements: readonly Measurement[], quick = false): string => {
  const results: Results = { date: '2026-01-02T03:04:05Z', machine, method: ['How.'], quick, measurements };
  return writeMarkdown(results, scenarios, []);
};
const SIX = [
  took('plenary', 1, 5, 20),
  took('naive-relay', 1, 10, 20),
  took('plenary', 2, 5.5, 50),
  took('naive-relay', 2, 11, 20),
  took('plenary', 3, 4, 45),
  took('naive-relay', 3, 16, 20),
];

describe('the page of results', () => {
  test('names the machine, medians with their spread, promises and ratios', () => {
    const text = page(SIX);
    expect(text).toContain(
      'A processor, 2 cores, 8 GB; Linux 6; Node v24.0.0; data on ext4 on /dev/x; commit abc1234.',
    );
    expect(text).toContain('| plenary | 5.00 (4.00–5.50) | 45.0 (20.0–50.0) |');
    expect(text).toContain('server CPU ms / 1,000 deliveries: 5.00, at most 6 promised: kept');
    expect(text).toContain('p99 ms: 45.0, at most 40 promised: **missed**');
    expect(text).toContain('server CPU ms / 1,000 deliveries is × 0.50 that of naive-relay');
  });

  test('has no word of scenarios that were not run, and promises nothing after a quick run', () => {
    expect(page(SIX)).not.toContain('## join');
    expect(page(SIX, true)).not.toContain('promised');
    expect(page([])).not.toContain('##');
  });
});
