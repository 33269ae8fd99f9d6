import { expect, test } from 'vitest';
import { createPlaces } from './places.ts';

test('who is one too many waits until somebody leaves, in the order of coming', async () => {
  const places = createPlaces({ all: 2, each: 1 });
  const order: string[] = [];
  const enter = async (who: string) => {
    const leave = await places.take(who);
    order.push(who);
    return leave;
  };
  const ann = await enter('ann');
  const bob = await enter('bob');
  const [zoe, max] = [enter('zoe'), enter('max')];
  await Promise.resolve();
  expect(order).toEqual(['ann', 'bob']);
  bob();
  (await zoe)();
  ann();
  (await max)();
  expect(order).toEqual(['ann', 'bob', 'zoe', 'max']);
  // All places are free again.
  for (const who of ['ann', 'bob']) await enter(who);
});

test('nobody has more than one person needs, waiting included', async () => {
  const places = createPlaces({ all: 1, each: 2 });
  const leave = await places.take('ann');
  const second = places.take('ann');
  await expect(places.take('ann')).rejects.toMatchObject({ code: 'too-many-requests' });
  const bob = places.take('bob');
  leave();
  (await second)();
  (await bob)();
  (await places.take('ann'))();
});
