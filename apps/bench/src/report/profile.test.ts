import { expect, test } from 'vitest';
import { spentBy } from './profile.ts';

test('time is summed by place and shown greatest first', () => {
  const frame = (functionName: string) => ({
    functionName,
    url: 'file:///x/packages/sync/src/a.ts',
    lineNumber: 3,
  });
  const profile = {
    nodes: [
      { id: 1, callFrame: frame('a') },
      { id: 2, callFrame: frame('b') },
      { id: 3, callFrame: frame('a') },
    ],
    samples: [1, 2, 3, 2],
    timeDeltas: [1000, 2500, 500, 2500],
  };
  expect(spentBy(profile, ({ functionName }) => functionName)).toEqual([
    { place: 'b', ms: 5 },
    { place: 'a', ms: 1.5 },
  ]);
});
