import { createRandom } from '@plenary/testing';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { connectNear } from '../stage/near-client.ts';
import { createStage, settle } from '../stage/stage.ts';
import { compareWithOthers } from './other-replays.ts';

async function writtenLog(): Promise<readonly Uint8Array[]> {
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
    else if (random.chance(0.3) && block instanceof Y.XmlElement) {
      block.setAttribute('level', String(step));
      const text = block.get(0);
      if (text instanceof Y.XmlText) text.format(0, 3, random.chance(0.5) ? { bold: {} } : { bold: null });
    } else person.type(`words ${step} 👩‍👩‍👧`);
    if (random.chance(0.5)) await settle(2);
    stage.clock.advance(50);
  }
  await settle();
  return (await stage.log('doc')).map(({ update }) => update);
}

function replayed(log: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const update of log) Y.applyUpdate(doc, update);
  return doc;
}

test('other implementations come to the same text and content from the stored log', async () => {
  const log = await writtenLog();
  expect(log.length).toBeGreaterThan(100);
  expect(await compareWithOthers('doc', log, replayed(log))).toEqual([]);
}, 60_000);

test('a log that says something else, and one that cannot be read, are found out', async () => {
  const log = await writtenLog();
  const shorter = await compareWithOthers('doc', log.slice(0, -20), replayed(log));
  expect(shorter).toHaveLength(4);
  const damaged = await compareWithOthers('doc', [Uint8Array.of(1, 1, 1)], replayed(log));
  expect(damaged.length).toBeGreaterThanOrEqual(2);
}, 60_000);
