import { expect, test } from 'vitest';
import { createReportCache, MOST_KEPT } from './report-cache.ts';

const version = (seq: number) => ({ seq, epoch: 1, hash: `${seq}`, content: { type: 'doc' } });

test('the newest version of a document is kept, and no more documents than are worth it', () => {
  const cache = createReportCache();
  cache.set('first', version(1));
  for (let index = 0; index < MOST_KEPT - 1; index += 1) cache.set(`g${index}`, version(index));
  cache.set('first', version(2));
  expect(cache.get('first')).toEqual(version(2));
  cache.set('one more', version(1));
  expect(cache.get('g0')).toBeUndefined();
  expect(cache.get('first')).toEqual(version(2));
  expect(cache.get('one more')).toEqual(version(1));
});
