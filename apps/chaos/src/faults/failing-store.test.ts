import { createMemoryStores } from '@plenary/storage';
import type { DocumentStore } from '@plenary/sync';
import { expect, test } from 'vitest';
import { connectNear } from '../stage/near-client.ts';
import { createStage, settle, type Stage } from '../stage/stage.ts';
import { hashOf, linesOf } from '../writers/text.ts';

/** Longer than an empty room stays in memory. */
const LONG_MS = 60_000;

interface FailingStage extends Stage {
  /** That many of the next appends throw. */
  fail(times: number): void;
}

async function failingStage(): Promise<FailingStage> {
  const { documents, summits } = createMemoryStores();
  let failures = 0;
  const failing: DocumentStore = {
    load: (document) => documents.load(document),
    head: (document) => documents.head(document),
    async append(batch) {
      if (failures > 0) {
        failures -= 1;
        throw new Error('The disk is on fire.');
      }
      return documents.append(batch);
    },
    seal: (document, seal) => documents.seal(document, seal),
    reopen: (document) => documents.reopen(document),
    saveSnapshot: (document, seq, state) => documents.saveSnapshot(document, seq, state),
    authors: (document) => documents.authors(document),
    owners: (document) => documents.owners(document),
    history: (document, after) => documents.history(document, after),
  };
  const stage = await createStage({ documents: failing, summits });
  await stage.add('doc');
  return {
    ...stage,
    fail(times) {
      failures = times;
    },
  };
}

test('a store that throws once: the writer is turned away unsaved, comes again with the same words, and they are saved once', async () => {
  const stage = await failingStage();
  const ann = connectNear(stage.rooms);
  await settle();
  stage.fail(1);
  ann.type('once');
  ann.mark(1);
  await settle();
  expect(ann).toMatchObject({ echoes: [], closed: 1013 });
  const again = connectNear(stage.rooms, { doc: ann.doc });
  again.mark(1);
  await settle();
  expect(again).toMatchObject({ echoes: [1], closed: undefined });
  expect(linesOf(ann.doc).filter((line) => line === 'once')).toHaveLength(1);
  expect(hashOf(ann.doc)).toBe(await stage.hashOfLog('doc'));
});

test('a store that always throws: every attempt is told the truth, and when it is mended nothing is missing', async () => {
  const stage = await failingStage();
  stage.fail(Infinity);
  let { doc } = connectNear(stage.rooms);
  await settle();
  for (let attempt = 1; attempt <= 20; attempt += 1) {
    const ann = connectNear(stage.rooms, { doc });
    await settle();
    if (ann.closed === undefined) ann.type(`attempt ${attempt}`);
    ann.mark(attempt);
    await settle();
    expect(ann).toMatchObject({ echoes: [], closed: 1013 });
    ann.drop();
    stage.clock.advance(attempt % 5 === 0 ? LONG_MS : 1000);
    ({ doc } = ann);
    expect(await stage.log('doc')).toHaveLength(1);
  }
  stage.fail(0);
  const ann = connectNear(stage.rooms, { doc });
  ann.mark(1);
  await settle();
  expect(ann).toMatchObject({ echoes: [1], closed: undefined });
  expect(linesOf(doc)).toContain('attempt 1');
  expect(hashOf(doc)).toBe(await stage.hashOfLog('doc'));
});

test('a store that is slow: nobody is shown as saved before, and everybody after', async () => {
  const stage = await failingStage();
  const people = ['ann', 'bob', 'eve'].map((person) => connectNear(stage.rooms, { person }));
  await settle();
  stage.hold('append');
  for (const [index, person] of people.entries()) {
    person.type(`slow ${index}`);
    person.mark(1);
    await settle();
    stage.clock.advance(5000);
  }
  expect(people.map(({ echoes }) => echoes)).toEqual([[], [], []]);
  stage.release();
  await settle();
  expect(people.map(({ echoes }) => echoes)).toEqual([[1], [1], [1]]);
  const hash = await stage.hashOfLog('doc');
  expect(people.map(({ doc }) => hashOf(doc))).toEqual([hash, hash, hash]);
});

test('a commit that fails after the last person has left: who comes next sees the log, and can save', async () => {
  const stage = await failingStage();
  const ann = connectNear(stage.rooms);
  await settle();
  ann.type('kept');
  await settle();
  stage.hold('append');
  ann.type('lost with the disk, not shown as saved');
  ann.mark(1);
  await settle();
  ann.drop();
  stage.fail(1);
  stage.release();
  await settle();
  stage.clock.advance(LONG_MS);
  await settle();
  expect(ann.echoes).toEqual([]);
  const bob = connectNear(stage.rooms, { person: 'bob' });
  await settle();
  expect(linesOf(bob.doc)).toEqual(['seed', 'kept']);
  bob.type('goes on');
  bob.mark(1);
  await settle();
  expect(bob.echoes).toEqual([1]);
  // And ann, who had it all the time, brings it back.
  const again = connectNear(stage.rooms, { doc: ann.doc });
  again.mark(2);
  await settle();
  expect(again.echoes).toEqual([2]);
  expect(linesOf(bob.doc)).toContain('lost with the disk, not shown as saved');
  expect(hashOf(bob.doc)).toBe(await stage.hashOfLog('doc'));
});
