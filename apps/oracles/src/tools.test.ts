import { expect, test } from 'vitest';
import { findTool, runTool, TOOLS } from './tools.ts';

test('a program is found where the machine looks for programs, and nowhere else', () => {
  // Node is on every machine that runs this, but under no name that is looked for here.
  expect(findTool('pandoc', ['/nowhere'])).toBeUndefined();
  expect(new Set(TOOLS.map(({ id }) => id)).size).toBe(TOOLS.length);
});

test.skipIf(findTool('pandoc') === undefined)(
  'a program says what it found, or why it could not',
  async () => {
    expect(await runTool('pandoc', ['-f', 'markdown', '-t', 'plain'], 'été')).toBe('été\n');
    await expect(runTool('pandoc', ['--no-such-option'])).rejects.toThrow('--no-such-option');
  },
);
