import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import { CIRCLE } from '../fixtures/circle.ts';
import {
  connect,
  createStage,
  insertParagraph,
  presenceMessage,
  replay,
  settle,
  type Stage,
  syncMessage,
  type TestClient,
  textOf,
} from '../fixtures/client.ts';

/** A writer who says only what the test says, and a witness to whom nothing may happen. */
async function attack(limits: Parameters<typeof createStage>[0] = {}) {
  const stage = createStage(limits);
  const witness = connect(stage, { person: 'witness', dialect: 'plenary' });
  const attacker = connect(stage, { person: 'mallory', dialect: 'plenary', silent: true });
  await settle();
  return { stage, witness, attacker };
}

/** The attacker is out, the document is as it was, and the witness goes on. */
async function expectRefused(
  { stage, witness, attacker }: { stage: Stage; witness: TestClient; attacker: TestClient },
  code: number,
  reason: string | undefined,
): Promise<void> {
  await settle();
  expect(attacker.code).toBe(code);
  if (reason !== undefined) expect(attacker.notices.at(-1)).toEqual({ type: 'rejected', reason });
  expect(stage.store.documents.get('doc')?.log).toHaveLength(1);
  expect(witness.text()).toBe('seed');
  witness.type('still here');
  witness.mark(1);
  await settle();
  expect(witness.markers).toEqual([1]);
  expect(textOf(replay(stage.store))).toBe('still here|seed');
  const later = connect(stage, { person: 'later' });
  await settle();
  expect(later.text()).toBe('still here|seed');
}

/** The update a client would send for a change, on top of the seed. */
function updateFor(change: (doc: Y.Doc) => void, client = 4242): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedOf());
  doc.clientID = client;
  let update = new Uint8Array();
  doc.on('update', (bytes: Uint8Array) => {
    update = Uint8Array.from(bytes);
  });
  doc.transact(() => change(doc));
  return update;
}

function seedOf(): Uint8Array {
  const seed = createStage().store.documents.get('doc')?.log[0]?.update;
  if (seed === undefined) throw new Error('The stage has no seed.');
  return seed;
}

/** Writes an update struct by struct, as no honest client would. */
function forge(write: (encoder: encoding.Encoder) => void): Uint8Array {
  return encoding.encode(write);
}

describe('frames', () => {
  const FRAMES: readonly (readonly [string, Uint8Array])[] = [
    ['empty', Uint8Array.of()],
    ['an unknown type', Uint8Array.of(77, 1, 2)],
    ['an auth message', Uint8Array.of(2, 0)],
    ['a notice', Uint8Array.of(103, 2, 0x7b, 0x7d)],
    ['an unknown sync step', syncMessage(3, Uint8Array.of(0, 0))],
    ['a sync message without body', Uint8Array.of(0, 2)],
    ['a body longer than the frame', Uint8Array.of(0, 2, 200, 1)],
    ['a byte after the message', Uint8Array.of(...syncMessage(2, Uint8Array.of(0, 0)), 0)],
    [
      'two messages in a frame',
      Uint8Array.of(...syncMessage(2, Uint8Array.of(0, 0)), ...syncMessage(2, Uint8Array.of(0, 0))),
    ],
    ['a number without end', Uint8Array.from({ length: 30 }, () => 255)],
  ];

  test.each(FRAMES)('[SY10] %s closes its connection with 4400', async (_, frame) => {
    const scene = await attack();
    scene.attacker.send(frame);
    await expectRefused(scene, 4400, 'malformed');
  });

  test('[SY10] a text frame closes its connection with 4400', async () => {
    const scene = await attack();
    scene.attacker.session.receiveText();
    await expectRefused(scene, 4400, 'malformed');
  });

  test('[SY10] a frame above the limit is not looked at', async () => {
    const scene = await attack();
    scene.attacker.send(new Uint8Array(2 ** 20 + 1));
    await expectRefused(scene, 4400, 'too-large');
  });
});

describe('updates that are none', () => {
  const honest = updateFor((doc) => insertParagraph(doc, 'evil'));
  const v2 = (() => {
    const doc = new Y.Doc();
    insertParagraph(doc, 'evil');
    return Y.encodeStateAsUpdateV2(doc);
  })();
  const UPDATES: readonly (readonly [string, Uint8Array])[] = [
    ['V2 bytes', v2],
    ['the 27 bytes of yjs#687', Uint8Array.from({ length: 27 }, (_, index) => (index * 37) % 256)],
    ['nothing at all', Uint8Array.of()],
    ['an update cut short', honest.subarray(0, honest.length - 3)],
    ['an update and rubbish after it', Uint8Array.of(...honest, 1, 2, 3)],
    ['a client id twice', forge((e) => sections(e, [4242, 'a'], [4242, 'b']))],
    ['a client id of 53 bits', forge((e) => sections(e, [2 ** 52, 'a']))],
    ['a struct without length', forge((e) => sections(e, [4242, '']))],
    ['a subdocument', updateFor((doc) => doc.getMap('meta').set('sub', new Y.Doc()))],
    ['a hook', updateFor((doc) => doc.getMap('meta').set('hook', new Y.XmlHook('hook')))],
    ['the key __proto__', updateFor((doc) => doc.getMap('meta').set('__proto__', 1))],
    ['the mark __proto__', updateFor((doc) => markText(doc, { ['__proto__']: true }))],
    ['a value with a prototype inside', forge(prototypeInside)],
    ['values that nest without end', updateFor((doc) => doc.getMap('meta').set('tower', tower(40)))],
    ['a reference to its own future', forge(ownFuture)],
    ['ranges that overlap', forge((e) => deletes(e, [0, 3], [1, 2]))],
    ['a range without length', forge((e) => deletes(e, [0, 0]))],
    ['a clock beyond all text', forge(hugeStruct)],
    ['a key begun twice by one client', forge(stacked)],
  ];

  test.each(UPDATES)('[SY11] %s is malformed', async (_, update) => {
    const scene = await attack();
    scene.attacker.send(syncMessage(2, update));
    await expectRefused(scene, 4400, 'malformed');
  });

  test.each([0, 1, 2, 3, 5, 8, 13, 21, 34])(
    '[SY11] every cut of an update is refused or incomplete, %i bytes',
    async (length) => {
      const scene = await attack();
      scene.attacker.send(syncMessage(1, honest.subarray(0, Math.min(length, honest.length - 1))));
      await settle();
      expect(textOf(replay(scene.stage.store))).toBe('seed');
      expect(scene.attacker.code).toBe(4400);
    },
  );
});

describe('updates that do not belong', () => {
  test('[SY12] an answer that holds nothing new is ignored, from an empty reader and from one that has it all', async () => {
    const stage = createStage();
    const writer = connect(stage);
    const reader = connect(stage, { person: 'r', access: 'read', dialect: 'plenary' });
    await settle();
    writer.type('gone soon');
    await settle();
    writer.doc.getXmlFragment('default').delete(0, 1);
    await settle();
    const log = stage.store.documents.get('doc')?.log.length;
    reader.send(syncMessage(1, Uint8Array.of(0, 0)));
    reader.send(syncMessage(1, Y.encodeStateAsUpdate(reader.doc)));
    await settle();
    expect(reader.code).toBeUndefined();
    expect(stage.store.documents.get('doc')?.log).toHaveLength(log ?? 0);
  });

  test('[SY13] a reader who writes is refused, and not a byte changes', async () => {
    const scene = await attack();
    const reader = connect(scene.stage, { person: 'r', access: 'read', dialect: 'plenary' });
    await settle();
    reader.type('mine');
    await expectRefused({ ...scene, attacker: reader }, 4403, 'read-only');
  });

  test('[SY13] a reader who only deletes is refused, too', async () => {
    const scene = await attack();
    const reader = connect(scene.stage, { person: 'r', access: 'read', dialect: 'plenary' });
    await settle();
    reader.doc.getXmlFragment('default').delete(0, 1);
    await expectRefused({ ...scene, attacker: reader }, 4403, 'read-only');
  });

  test('[SY14] an update with a gap is not stored, is asked for again, and the answer brings it all', async () => {
    const stage = createStage();
    const doc = new Y.Doc();
    const client = connect(stage, { silent: true, doc, dialect: 'plenary' });
    await settle();
    Y.applyUpdate(doc, seedOf());
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    insertParagraph(doc, 'first');
    insertParagraph(doc, 'second');
    client.send(syncMessage(1, Uint8Array.of(0, 0)));
    client.send(syncMessage(2, updates[1] ?? new Uint8Array()));
    client.mark(1);
    await settle();
    expect(client.kinds).toEqual(['welcome', 'step0', 'step0']);
    expect(client.markers).toEqual([]);
    expect(textOf(replay(stage.store))).toBe('seed');
    client.send(syncMessage(1, Y.encodeStateAsUpdate(doc)));
    await settle();
    expect(client.markers).toEqual([1]);
    expect(textOf(replay(stage.store))).toBe('second|first|seed');
  });

  test('[SY14] a deletion of what the room has not got is incomplete', async () => {
    const scene = await attack();
    for (let count = 0; count < 4; count += 1)
      scene.attacker.send(
        syncMessage(
          1,
          forge((e) => deletes(e, [0, 3])),
        ),
      );
    await expectRefused(scene, 4400, 'incomplete');
  });

  test('[SY14] who comes back and types on before it has answered is not closed, and all is stored', async () => {
    const stage = createStage();
    const doc = new Y.Doc();
    insertParagraph(doc, 'typed off line');
    const ann = connect(stage, { doc, silent: true });
    await settle();
    for (let count = 0; count < 20; count += 1) {
      const before = Y.encodeStateVector(doc);
      insertParagraph(doc, `typed on ${count}`);
      ann.send(syncMessage(2, Y.encodeStateAsUpdate(doc, before)));
    }
    await settle();
    expect(ann.code).toBeUndefined();
    expect(textOf(replay(stage.store))).toBe('seed');
    ann.send(syncMessage(1, Y.encodeStateAsUpdate(doc)));
    await settle();
    expect(ann.code).toBeUndefined();
    expect(textOf(replay(stage.store))).toContain('typed on 19|');
    expect(textOf(replay(stage.store))).toContain('typed off line');
  });

  test('[SY14] whoever goes on with gaps is closed', async () => {
    const scene = await attack();
    const gap = forge((e) => sections(e, [4242, 'late', 100]));
    for (let count = 0; count < 3; count += 1) scene.attacker.send(syncMessage(1, gap));
    await settle();
    expect(scene.attacker.code).toBeUndefined();
    scene.attacker.send(syncMessage(1, gap));
    await expectRefused(scene, 4400, 'incomplete');
  });

  test('[SY14] 3,000 tiny updates with gaps cost nobody anything', async () => {
    const scene = await attack();
    for (let count = 0; count < 3000; count += 1) {
      scene.attacker.send(
        syncMessage(
          2,
          forge((e) => sections(e, [4242, 'x', 10 + count * 2])),
        ),
      );
    }
    await settle();
    // They pass the limit of frames before they are worth a word.
    expect(scene.attacker.code).toBe(1013);
    expect(textOf(replay(scene.stage.store))).toBe('seed');
  });

  test("[SY15] the victim's next clock cannot be taken", async () => {
    const stage = createStage();
    const victim = connect(stage, { person: 'victim' });
    const attacker = connect(stage, { person: 'mallory', dialect: 'plenary', silent: true });
    await settle();
    victim.type('good');
    await settle();
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(victim.doc));
    const vector = Y.encodeStateVector(doc);
    doc.clientID = victim.doc.clientID;
    insertParagraph(doc, 'evil');
    attacker.send(syncMessage(2, Y.encodeStateAsUpdate(doc, vector)));
    await settle();
    expect(attacker.code).toBe(4409);
    expect(attacker.notices.at(-1)).toEqual({ type: 'rejected', reason: 'foreign-client-id' });
    victim.type('more');
    await settle();
    expect(textOf(replay(stage.store))).toBe('more|good|seed');
    expect(stage.store.documents.get('doc')?.owners.get(victim.doc.clientID)).toBe('victim');
  });

  test('[SY15] the client id of somebody who is there and has not written yet is not free', async () => {
    const scene = await attack();
    const client = 7777;
    const reader = connect(scene.stage, { person: 'quiet', dialect: 'plenary' });
    reader.doc.clientID = client;
    reader.send(presenceMessage([client, 1, '{"cursor":1}']));
    await settle();
    scene.attacker.send(
      syncMessage(
        2,
        updateFor((doc) => insertParagraph(doc, 'squatted'), client),
      ),
    );
    await settle();
    expect(scene.attacker.notices.at(-1)).toEqual({ type: 'rejected', reason: 'foreign-client-id' });
    reader.type('mine');
    reader.mark(1);
    await settle();
    expect([reader.code, reader.markers]).toEqual([undefined, [1]]);
    expect(textOf(replay(scene.stage.store))).toBe('mine|seed');
  });

  test("[SY15] the seed's client id is nobody's", async () => {
    const scene = await attack();
    scene.attacker.send(
      syncMessage(
        2,
        updateFor((doc) => insertParagraph(doc, 'evil'), 1),
      ),
    );
    await expectRefused(scene, 4409, 'foreign-client-id');
  });

  test('[SY15] a person may use a client id again, from another connection', async () => {
    const stage = createStage();
    const doc = new Y.Doc();
    const first = connect(stage, { doc, person: 'ann' });
    await settle();
    first.type('one');
    await settle();
    first.drop();
    insertParagraph(doc, 'typed offline');
    const second = connect(stage, { doc, person: 'ann' });
    await settle();
    expect(second.code).toBeUndefined();
    expect(textOf(replay(stage.store))).toBe('typed offline|one|seed');
  });

  test('[SY15] two connections that claim one client id within one batch: the first has it', async () => {
    const stage = createStage();
    const one = connect(stage, { person: 'ann', silent: true });
    const two = connect(stage, { person: 'bob', silent: true });
    await settle();
    stage.store.hold();
    one.send(
      syncMessage(
        2,
        updateFor((doc) => insertParagraph(doc, 'one')),
      ),
    );
    two.send(
      syncMessage(
        2,
        updateFor((doc) => insertParagraph(doc, 'one')),
      ),
    );
    two.send(
      syncMessage(
        2,
        updateFor((doc) => (insertParagraph(doc, 'one'), insertParagraph(doc, 'two'))),
      ),
    );
    stage.store.release();
    await settle();
    expect(one.code).toBeUndefined();
    expect(two.code).toBe(4409);
    expect(stage.store.documents.get('doc')?.owners).toEqual(new Map([[4242, 'ann']]));
  });

  test('[SY16] only the roots of a group document', async () => {
    const scene = await attack();
    scene.attacker.send(
      syncMessage(
        2,
        updateFor((doc) => doc.getText('elsewhere').insert(0, 'x')),
      ),
    );
    await expectRefused(scene, 4400, 'root-type');
  });

  test('[SY16] the facts about a document may be written', async () => {
    const stage = createStage();
    const client = connect(stage);
    await settle();
    client.doc.getMap('meta').set('title', 'Mesurer');
    await settle();
    expect(client.code).toBeUndefined();
    expect(replay(stage.store).getMap('meta').get('title')).toBe('Mesurer');
  });

  test('[SY16] a flood of root types ends at the first', async () => {
    const scene = await attack();
    const flood = updateFor((doc) => {
      for (let count = 0; count < 5000; count += 1) doc.getMap(`root ${count}`).set('x', 1);
    });
    scene.attacker.send(syncMessage(2, flood));
    await expectRefused(scene, 4400, 'root-type');
  });

  test('[SY16] a flood of structs ends at the limit', async () => {
    const scene = await attack();
    const flood = forge((encoder) => {
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint(encoder, 30_000);
      encoding.writeVarUint(encoder, 4242);
      encoding.writeVarUint(encoder, 0);
      for (let count = 0; count < 30_000; count += 1) {
        encoding.writeUint8(encoder, 0);
        encoding.writeVarUint(encoder, 1);
      }
      encoding.writeVarUint(encoder, 0);
    });
    scene.attacker.send(syncMessage(2, flood));
    await expectRefused(scene, 4400, 'too-large');
  });

  test.each([
    [
      'an object of 120,000 keys',
      Object.fromEntries(Array.from({ length: 120_000 }, (_, key) => [key.toString(36), null])),
    ],
    ['400,000 empty objects', Array.from({ length: 400_000 }, () => ({}))],
  ])('[SY16] %s as an attribute ends at the limit', async (_, value) => {
    const scene = await attack();
    const attribute = updateFor((doc) => {
      const element = new Y.XmlElement('paragraph');
      doc.getXmlFragment('default').insert(0, [element]);
      // Yjs stores any plain value; the declaration knows strings alone.
      element.setAttribute('data', value as never);
    });
    expect(attribute.length).toBeLessThan(2 ** 20);
    scene.attacker.send(syncMessage(2, attribute));
    await expectRefused(scene, 4400, 'too-large');
  });

  test('[SY16] a mark with a long value ends at the limit', async () => {
    const scene = await attack();
    const marked = updateFor((doc) => {
      const text = new Y.XmlText();
      doc.getXmlFragment('default').insert(0, [text]);
      text.insert(0, 'x', { link: Array.from({ length: 100_000 }, () => ({})) });
    });
    scene.attacker.send(syncMessage(2, marked));
    await expectRefused(scene, 4400, 'too-large');
  });

  test('[SY16] a flood of client ids ends at the limit', async () => {
    const scene = await attack();
    const flood = forge((e) =>
      sections(e, ...Array.from({ length: 300 }, (_, id) => [10_000 + id, 'x'] as const)),
    );
    scene.attacker.send(syncMessage(2, flood));
    await expectRefused(scene, 4400, 'too-large');
  });

  test('[SY16] a person has only so many client ids in a document', async () => {
    const scene = await attack({ clientIdsPerPerson: 3 });
    scene.attacker.send(
      syncMessage(
        2,
        forge((e) => sections(e, [1001, 'x'], [1002, 'x'], [1003, 'x'], [1004, 'x'])),
      ),
    );
    await expectRefused(scene, 4400, 'too-large');
  });

  test.each(['nested at once', 'nested by and by'])(
    '[SY16] elements nest 64 deep at most, %s',
    async (way) => {
      const stage = createStage();
      const client = connect(stage, { person: 'ann', dialect: 'plenary' });
      await settle();
      const nest = (times: number) => {
        for (let count = 0; count < times; count += 1)
          deepest(client.doc).insert(0, [new Y.XmlElement('quote')]);
      };
      if (way === 'nested at once') client.doc.transact(() => nest(62));
      else nest(62);
      await settle();
      expect(client.code).toBeUndefined();
      const before = stage.store.documents.get('doc')?.log.length ?? 0;
      client.doc.transact(() => nest(way === 'nested at once' ? 20 : 3));
      await settle();
      expect(client.code).toBe(4400);
      expect(client.notices.at(-1)).toEqual({ type: 'rejected', reason: 'too-deep' });
      expect(stage.store.documents.get('doc')?.log).toHaveLength(before);
    },
  );

  test('[SY16] 9,000 nested elements are refused before anything recurses', async () => {
    const scene = await attack();
    const nested = forge((encoder) => {
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint(encoder, 9_000);
      encoding.writeVarUint(encoder, 4242);
      encoding.writeVarUint(encoder, 0);
      for (let clock = 0; clock < 9_000; clock += 1) {
        encoding.writeUint8(encoder, 7);
        if (clock === 0) {
          encoding.writeVarUint(encoder, 1);
          encoding.writeVarString(encoder, 'default');
        } else {
          encoding.writeVarUint(encoder, 0);
          encoding.writeVarUint(encoder, 4242);
          encoding.writeVarUint(encoder, clock - 1);
        }
        encoding.writeVarUint(encoder, 3);
        encoding.writeVarString(encoder, 'b');
      }
      encoding.writeVarUint(encoder, 0);
    });
    scene.attacker.send(syncMessage(2, nested));
    await expectRefused(scene, 4400, 'too-deep');
  });

  test('[SY16] a document does not grow for ever', async () => {
    const scene = await attack({ documentBytes: 2000 });
    scene.attacker.send(
      syncMessage(
        2,
        updateFor((doc) => insertParagraph(doc, 'x'.repeat(3000))),
      ),
    );
    await expectRefused(scene, 4400, 'too-large');
  });

  test('[SY17] structs that wait for each other in a circle cost the replica, not the document', async () => {
    const scene = await attack();
    scene.witness.type('on its way');
    scene.attacker.send(syncMessage(2, CIRCLE));
    await settle();
    expect(scene.attacker.code).toBe(4400);
    expect(scene.stage.meter.counts.get('replica_dropped')).toBe(1);
    expect(scene.stage.store.calls.load).toBe(2);
    scene.witness.type('after');
    scene.witness.mark(7);
    await settle();
    expect(scene.witness.code).toBeUndefined();
    expect(scene.witness.markers).toEqual([7]);
    expect(textOf(replay(scene.stage.store))).toBe('after|on its way|seed');
    const later = connect(scene.stage, { person: 'later' });
    await settle();
    expect(later.text()).toBe('after|on its way|seed');
  });

  test('[SY17] thousands of items that contend for one place cost no more than a bounded search', async () => {
    const { stage, witness, attacker } = await attack();
    attacker.send(
      syncMessage(
        2,
        updateFor((doc) => doc.getXmlFragment('default').insert(0, [new Y.XmlText('x')])),
      ),
    );
    attacker.send(syncMessage(2, contenders(4243, 3000)));
    await settle();
    expect(attacker.code).toBeUndefined();
    attacker.send(syncMessage(2, contenders(9000, 3000)));
    await settle();
    expect(attacker.code).toBe(4400);
    expect(stage.store.documents.get('doc')?.log).toHaveLength(3);
    witness.type('undisturbed');
    await settle();
    expect(textOf(replay(stage.store))).toContain('undisturbed');
  });

  test('[SY17] forty people who wrote in one place while they were offline are no such flood', async () => {
    const stage = createStage();
    const people = Array.from({ length: 40 }, (_, person) => connect(stage, { person: `p${person}` }));
    await settle();
    const offline = people.map(({ doc }) => {
      const copy = new Y.Doc();
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
      const body = copy.getXmlFragment('default');
      for (let word = 0; word < 200; word += 1) body.push([new Y.XmlElement('paragraph')]);
      for (let word = 0; word < 20; word += 1) insertParagraph(copy, `${word}`);
      return Y.encodeStateAsUpdate(copy, Y.encodeStateVector(doc));
    });
    for (const [index, update] of offline.entries()) people[index]?.send(syncMessage(2, update));
    await settle();
    expect(people.map(({ code }) => code).filter((code) => code !== undefined)).toEqual([]);
    expect(textOf(replay(stage.store)).split('|')).toHaveLength(40 * 220 + 1);
  });

  test('[SY17] who writes in a paragraph that another takes away at the same time is no offender', async () => {
    const stage = createStage();
    const ann = connect(stage, { person: 'ann' });
    const ben = connect(stage, { person: 'ben', dialect: 'plenary' });
    await settle();
    ann.type('first');
    await settle();
    // Both before either has heard of the other.
    stage.store.hold();
    ann.doc.getXmlFragment('default').delete(0, 1);
    const [words] = deepest(ben.doc).toArray();
    if (words instanceof Y.XmlText) words.insert(2, 'in the midst');
    stage.store.release();
    ben.mark(1);
    await settle();
    expect(ben.code).toBeUndefined();
    expect(ben.markers).toEqual([1]);
    expect([ann.text(), ben.text(), textOf(replay(stage.store))]).toEqual(['seed', 'seed', 'seed']);
  });

  test('[SY17] the replica is built again when what is on its way has landed, not before', async () => {
    const scene = await attack();
    scene.stage.store.hold();
    scene.witness.type('on its way');
    await settle();
    scene.attacker.send(syncMessage(2, CIRCLE));
    await settle();
    expect(scene.stage.store.calls.load).toBe(1);
    scene.stage.store.release();
    await settle();
    expect(scene.stage.store.calls.load).toBe(2);
    deepest(scene.witness.doc).insert(0, [new Y.XmlText('built on it: ')]);
    scene.witness.mark(1);
    await settle();
    expect(scene.witness.kinds.filter((kind) => kind === 'step0')).toHaveLength(1);
    expect(scene.witness.markers).toEqual([1]);
    expect(textOf(replay(scene.stage.store))).toBe('built on it: on its way|seed');
  });

  test('[SY17] an item whose neighbours are crossed is refused: who comes later would see another text', async () => {
    const scene = await attack();
    scene.witness.type('between');
    await settle();
    const text = scene.witness.doc.getXmlFragment('default').get(0);
    const run = text instanceof Y.XmlElement ? text.get(0) : undefined;
    const word = run instanceof Y.XmlText ? run._start : null;
    const { client, clock } = word?.id ?? Y.createID(0, 0);
    scene.attacker.send(
      syncMessage(
        2,
        forge((e) => crossed(e, [client, clock + 5], [client, clock + 2])),
      ),
    );
    await settle();
    expect(scene.attacker.code).toBe(4400);
    const later = connect(scene.stage, { person: 'later' });
    await settle();
    expect(later.text()).toBe('between|seed');
    expect(textOf(replay(scene.stage.store))).toBe('between|seed');
  });

  test('[SY17] an edit that comes while the replica is built again waits its turn', async () => {
    const scene = await attack();
    scene.attacker.send(syncMessage(2, CIRCLE));
    scene.witness.type('in between');
    scene.witness.mark(3);
    await settle();
    expect(scene.witness.markers).toEqual([3]);
    expect(textOf(replay(scene.stage.store))).toBe('in between|seed');
  });
});

describe('floods', () => {
  test('[SY50] frames are limited in the long run, and a burst is not', async () => {
    const scene = await attack({ framesPerSecond: 10, frameBurst: 50 });
    const caret = (clock: number) => presenceMessage([4242, clock, '{}']);
    for (let count = 0; count < 50; count += 1) scene.attacker.send(caret(count));
    await settle();
    expect(scene.attacker.code).toBeUndefined();
    scene.stage.clock.advance(1000);
    for (let count = 0; count < 11; count += 1) scene.attacker.send(caret(100 + count));
    await expectRefused(scene, 1013, 'too-fast');
  });

  test('[SY50] bytes of updates are limited', async () => {
    const scene = await attack({ byteBurst: 1000 });
    scene.attacker.send(
      syncMessage(
        2,
        updateFor((doc) => insertParagraph(doc, 'x'.repeat(1000))),
      ),
    );
    await expectRefused(scene, 1013, 'too-fast');
  });

  test('[SY50] questions are limited, since answers are dear', async () => {
    const scene = await attack({ answerBurst: 5 });
    for (let count = 0; count < 6; count += 1) scene.attacker.send(syncMessage(0, Uint8Array.of(0)));
    await expectRefused(scene, 1013, 'too-fast');
  });

  test('[SY50] markers that wait are limited', async () => {
    const scene = await attack({ waitingMarkers: 5 });
    for (let count = 0; count < 6; count += 1) scene.attacker.mark(count);
    await expectRefused(scene, 1013, 'too-fast');
  });

  test('[SY51] a slow reader is closed instead of filling memory', async () => {
    const stage = createStage();
    const slow = connect(stage, { person: 'slow' });
    const fast = connect(stage, { person: 'fast' });
    await settle();
    slow.socket.bufferedAmount = 5 * 2 ** 20;
    fast.type('one more');
    await settle();
    expect(slow.code).toBe(1013);
    expect(slow.updates).toEqual([]);
    expect(stage.meter.counts.get('slow_reader')).toBe(1);
    expect(fast.code).toBeUndefined();
  });

  test('[SY51] a large document in the socket is no sign of a slow reader', async () => {
    const stage = createStage({ byteBurst: 8 * 2 ** 20 });
    const writer = connect(stage, { person: 'writer' });
    await settle();
    for (let count = 0; count < 6; count += 1) writer.type('x'.repeat(900_000));
    await settle();
    stage.clock.advance(20_000);
    const reader = connect(stage, { person: 'reader' });
    reader.socket.bufferedAmount = 0;
    await settle();
    reader.socket.bufferedAmount = 5_400_000;
    writer.type('small');
    await settle();
    expect(reader.code).toBeUndefined();
    reader.socket.bufferedAmount = 5_500_000 + 4 * 2 ** 20;
    writer.type('small');
    await settle();
    expect(reader.code).toBe(1013);
  });
});

describe('whatever comes', () => {
  test('[SY54] nothing a client sends makes a session throw or changes what others have', async () => {
    const honest = updateFor((doc) => {
      insertParagraph(doc, 'a rather ordinary paragraph');
      doc.getMap('meta').set('title', { deep: ['value', 1, null] });
    });
    let state = 12_345;
    const dice = (limit: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((state / 2 ** 32) * limit);
    };
    const stage = createStage();
    const witness = connect(stage, { person: 'witness' });
    await settle();
    for (let round = 0; round < 1500; round += 1) {
      const attacker = connect(stage, { person: 'mallory', dialect: 'plenary', silent: true });
      const frame = Uint8Array.from(syncMessage(1 + dice(2), honest));
      for (let change = 0; change <= dice(3); change += 1) frame[dice(frame.length)] = dice(256);
      expect(() => attacker.session.receive(frame)).not.toThrow();
      await settle();
      attacker.drop();
    }
    expect(textOf(witness.doc)).toBe(textOf(replay(stage.store)));
    const log = replay(stage.store);
    expect(log.store.pendingStructs).toBeNull();
    expect(log.store.pendingDs).toBeNull();
    const { state: served } = await stage.rooms.read('doc');
    const fresh = new Y.Doc();
    Y.applyUpdate(fresh, served);
    expect(textOf(fresh)).toBe(textOf(log));
    expect([...fresh.share.keys()].every((root) => root === 'default' || root === 'meta')).toBe(true);
  }, 30_000);

  test('[SY54] after the end a session takes everything and does nothing', async () => {
    const { attacker, stage } = await attack();
    attacker.send(Uint8Array.of());
    const calls = stage.store.calls.append;
    attacker.session.receive(
      syncMessage(
        2,
        updateFor((doc) => insertParagraph(doc, 'late')),
      ),
    );
    attacker.session.receiveText();
    attacker.session.closed();
    await settle();
    expect(stage.store.calls.append).toBe(calls);
  });
});

/** Sections of one string each, in the root, with a clock that is 0 unless given; no deletions. */
function sections(
  encoder: encoding.Encoder,
  ...clients: readonly (readonly [id: number, text: string, clock?: number])[]
): void {
  encoding.writeVarUint(encoder, clients.length);
  for (const [id, text, clock = 0] of clients) {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, id);
    encoding.writeVarUint(encoder, clock);
    encoding.writeUint8(encoder, 4);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarString(encoder, 'default');
    encoding.writeVarString(encoder, text);
  }
  encoding.writeVarUint(encoder, 0);
}

/** No structs; ranges of client 4242. */
function deletes(encoder: encoding.Encoder, ...ranges: readonly (readonly [number, number])[]): void {
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint(encoder, 4242);
  encoding.writeVarUint(encoder, ranges.length);
  for (const [clock, length] of ranges) {
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarUint(encoder, length);
  }
}

/** Letters that are all said to stand right of the same one. */
function contenders(client: number, count: number): Uint8Array {
  return forge((encoder) => {
    for (const number of [1, count, client, 0]) encoding.writeVarUint(encoder, number);
    for (let clock = 0; clock < count; clock += 1) {
      encoding.writeUint8(encoder, 4 | 128);
      encoding.writeVarUint(encoder, 4242);
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarString(encoder, 'y');
    }
    encoding.writeVarUint(encoder, 0);
  });
}

/** An item whose left neighbour is one that comes later, by the same client. */
function ownFuture(encoder: encoding.Encoder): void {
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint(encoder, 4242);
  encoding.writeVarUint(encoder, 0);
  encoding.writeUint8(encoder, 4 | 128);
  encoding.writeVarUint(encoder, 4242);
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarString(encoder, 'x');
  encoding.writeVarUint(encoder, 0);
}

function hugeStruct(encoder: encoding.Encoder): void {
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint(encoder, 4242);
  encoding.writeVarUint(encoder, 0);
  encoding.writeUint8(encoder, 0);
  encoding.writeVarUint(encoder, 2 ** 40);
  encoding.writeVarUint(encoder, 0);
}

/** Two values of one key by one client, neither of which names the other. */
function stacked(encoder: encoding.Encoder): void {
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint(encoder, 2);
  encoding.writeVarUint(encoder, 4242);
  encoding.writeVarUint(encoder, 0);
  for (const value of ['a', 'b']) {
    encoding.writeUint8(encoder, 4 | 32);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarString(encoder, 'meta');
    encoding.writeVarString(encoder, 'key');
    encoding.writeVarString(encoder, value);
  }
  encoding.writeVarUint(encoder, 0);
}

/** An item between two others, in the order given. */
function crossed(
  encoder: encoding.Encoder,
  left: readonly [number, number],
  right: readonly [number, number],
): void {
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint(encoder, 4242);
  encoding.writeVarUint(encoder, 0);
  encoding.writeUint8(encoder, 4 | 128 | 64);
  for (const part of [...left, ...right]) encoding.writeVarUint(encoder, part);
  encoding.writeVarString(encoder, 'x');
  encoding.writeVarUint(encoder, 0);
}

/** `{ "__proto__": {} }` as lib0 writes values, which sets the prototype when it is read. */
function prototypeInside(encoder: encoding.Encoder): void {
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint(encoder, 4242);
  encoding.writeVarUint(encoder, 0);
  encoding.writeUint8(encoder, 8 | 32);
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarString(encoder, 'meta');
  encoding.writeVarString(encoder, 'key');
  encoding.writeVarUint(encoder, 1);
  encoding.writeUint8(encoder, 118);
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarString(encoder, '__proto__');
  encoding.writeUint8(encoder, 118);
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarUint(encoder, 0);
}

function markText(doc: Y.Doc, attributes: Record<string, boolean>): void {
  const text = new Y.XmlText();
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [text]);
  doc.getXmlFragment('default').insert(0, [paragraph]);
  text.insert(0, 'evil', attributes);
}

function tower(height: number): unknown[] {
  return height === 0 ? [] : [tower(height - 1)];
}

/** The last of the elements that hold each other, first child first. */
function deepest(doc: Y.Doc): Y.XmlElement {
  const [first] = doc.getXmlFragment('default').toArray();
  let element = first;
  for (;;) {
    if (!(element instanceof Y.XmlElement)) throw new Error('There is no element.');
    const [inner] = element.toArray();
    if (!(inner instanceof Y.XmlElement)) return element;
    element = inner;
  }
}
