import { createRandom } from '@plenary/testing';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { connectNear } from '../stage/near-client.ts';
import { createStage, settle } from '../stage/stage.ts';
import { hashOf } from '../writers/text.ts';
import { replayWithYwasm } from './ywasm-replay.ts';

test('another implementation comes to the same content from the stored log', async () => {
  const stage = await createStage();
  await stage.add('doc');
  const random = createRandom(7);
  const people = ['ann', 'bob', 'eve'].map((person) => connectNear(stage.rooms, { person }));
  await settle();
  for (let step = 0; step < 120; step += 1) {
    const person = random.pick(people);
    const { doc } = person;
    const fragment = doc.getXmlFragment('default');
    const block = fragment.length === 0 ? undefined : fragment.get(random.below(fragment.length));
    if (random.chance(0.2) && fragment.length > 3) fragment.delete(random.below(fragment.length), 1);
    else if (random.chance(0.3) && block instanceof Y.XmlElement) block.setAttribute('level', String(step));
    else person.type(`words ${step} 👩‍👩‍👧`);
    if (random.chance(0.5)) await settle(2);
    stage.clock.advance(50);
  }
  await settle();
  const log = (await stage.log('doc')).map(({ update }) => update);
  expect(log.length).toBeGreaterThan(100);
  const theirs = new Y.Doc();
  Y.applyUpdate(theirs, await replayWithYwasm(log));
  expect(hashOf(theirs)).toBe(await stage.hashOfLog('doc'));
}, 30_000);
