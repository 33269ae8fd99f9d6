import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { EditRefused, NoSuchDocument } from './errors.ts';
import { connect, createStage, insertParagraph, replay, settle, textOf } from '../fixtures/client.ts';

test('[SY35] an edit by the server is committed before it is seen and before it is done', async () => {
  const stage = createStage();
  const ann = connect(stage, { person: 'ann' });
  await settle();
  stage.store.hold();
  let done = false;
  const edit = stage.rooms.edit('doc', 'system:import', (doc) => insertParagraph(doc, 'imported'));
  void edit.then(() => {
    done = true;
  });
  await settle();
  expect(done).toBe(false);
  expect(ann.text()).toBe('seed');
  stage.store.release();
  expect(await edit).toEqual({ document: 'doc', seq: 2, epoch: 1 });
  await settle();
  expect(ann.text()).toBe('imported|seed');
  expect(stage.store.documents.get('doc')?.log[1]?.author).toBe('system:import');
});

test('[SY35] an edit works without connections, and the room leaves memory after it', async () => {
  const stage = createStage();
  await stage.rooms.edit('doc', 'system:import', (doc) => insertParagraph(doc, 'imported'));
  await settle();
  expect(textOf(replay(stage.store))).toBe('imported|seed');
  stage.clock.advance(30_000);
  await stage.rooms.edit('doc', 'system:import', (doc) => insertParagraph(doc, 'again'));
  expect(stage.store.calls.load).toBe(2);
  expect(textOf(replay(stage.store))).toBe('again|imported|seed');
});

test('[SY35] edits follow each other, also together with typing', async () => {
  const stage = createStage();
  const ann = connect(stage);
  await settle();
  const edits = [1, 2, 3].map((number) =>
    stage.rooms.edit('doc', 'system:import', (doc) => insertParagraph(doc, `${number}`)),
  );
  ann.type('typed');
  expect((await Promise.all(edits)).map(({ seq }) => seq).toSorted((a, b) => a - b)).toEqual([3, 4, 5]);
  await settle();
  expect(ann.text()).toBe(textOf(replay(stage.store)));
});

test('[SY35] an import may be larger than what a client may send', async () => {
  const stage = createStage();
  await stage.rooms.edit('doc', 'system:import', (doc) => {
    for (let count = 0; count < 8_000; count += 1)
      insertParagraph(doc, `Paragraph ${count} of a long report.`);
  });
  expect(replay(stage.store).getXmlFragment('default')).toHaveLength(8_001);
});

test('[SY35] an edit that changes nothing stores nothing', async () => {
  const stage = createStage();
  expect(await stage.rooms.edit('doc', 'system:import', () => {})).toEqual({
    document: 'doc',
    seq: 1,
    epoch: 1,
  });
  expect(stage.store.calls.append).toBe(0);
});

test('[SY35] a change that throws leaves no trace', async () => {
  const stage = createStage();
  const edit = stage.rooms.edit('doc', 'system:import', (doc) => {
    insertParagraph(doc, 'half');
    throw new Error('Line 3 cannot be read.');
  });
  await expect(edit).rejects.toThrow('Line 3 cannot be read.');
  expect((await stage.rooms.read('doc')).head.seq).toBe(1);
  expect(textOf(replay(stage.store))).toBe('seed');
});

test('[SY35] the same checks hold: signed, roots, size; and a failing store is told', async () => {
  const stage = createStage({ documentBytes: 5000 });
  const refused = (change: (doc: Y.Doc) => void) => stage.rooms.edit('doc', 'system:import', change);
  await expect(refused((doc) => doc.getText('other').insert(0, 'x'))).rejects.toMatchObject({
    reason: 'root-type',
  });
  await expect(refused((doc) => insertParagraph(doc, 'x'.repeat(9000)))).rejects.toMatchObject({
    reason: 'too-large',
  });
  stage.store.fail('append');
  await expect(refused((doc) => insertParagraph(doc, 'x'))).rejects.toMatchObject({ reason: 'storage' });
  stage.store.mend();
  await stage.rooms.seal('doc', { seq: 1, hash: 'h', by: 'ann', at: 1 });
  await expect(refused((doc) => insertParagraph(doc, 'x'))).rejects.toBeInstanceOf(EditRefused);
  expect(stage.store.documents.get('doc')?.log).toHaveLength(1);
  await expect(stage.rooms.edit('nowhere', 'system:import', () => {})).rejects.toBeInstanceOf(NoSuchDocument);
});

test('[SY35] an edit that meets a seal at the store is refused', async () => {
  const stage = createStage();
  connect(stage, { access: 'read' });
  await settle();
  stage.store.hold();
  const edit = stage.rooms.edit('doc', 'system:import', (doc) => insertParagraph(doc, 'x'));
  await settle();
  await stage.store.seal('doc', { seq: 1, hash: 'h', by: 'ann', at: 1 });
  stage.store.release();
  await expect(edit).rejects.toMatchObject({ reason: 'locked' });
});

test('[SY36] reading gives the committed state, also while others type', async () => {
  const stage = createStage();
  const ann = connect(stage);
  await settle();
  stage.store.hold();
  ann.type('on its way');
  let head: unknown;
  const reading = stage.rooms.read('doc').then((read) => {
    ({ head } = read);
    return read;
  });
  await settle();
  expect(head).toBeUndefined();
  stage.store.release();
  const { state } = await reading;
  expect(head).toEqual({ document: 'doc', seq: 2, epoch: 1 });
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  expect(textOf(doc)).toBe('on its way|seed');
});

test('[SY36] reading without a room leaves none behind; an absent document throws', async () => {
  const stage = createStage();
  expect((await stage.rooms.read('doc')).head).toEqual({ document: 'doc', seq: 1, epoch: 1 });
  expect(stage.clock.waiting).toBe(0);
  await expect(stage.rooms.read('nowhere')).rejects.toBeInstanceOf(NoSuchDocument);
  stage.store.fail('load');
  await expect(stage.rooms.read('doc')).rejects.toThrow('fails to load');
});

test('[SY36] a read whose commit fails reads the log instead', async () => {
  const stage = createStage();
  const ann = connect(stage);
  await settle();
  stage.store.hold();
  ann.type('lost');
  const reading = stage.rooms.read('doc');
  await settle();
  stage.store.fail('append');
  stage.store.release();
  expect((await reading).head.seq).toBe(1);
});
