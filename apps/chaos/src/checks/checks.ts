import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataFolder } from '@plenary/storage';
import type { DocumentStore } from '@plenary/sync';
import * as encoding from 'lib0/encoding';
import { SYNC_UPDATE } from '@plenary/protocol';
import { connectNear, syncFrame } from '../stage/near-client.ts';
import { createStage, settle, type Stage } from '../stage/stage.ts';
import { traceServer } from '../trace/traced-run.ts';
import { hashOf, linesOf } from '../writers/text.ts';

/** A question to the rooms that a planted bug answers wrongly; gives what is wrong, a sentence each. */
export type Check = () => Promise<readonly string[]>;

/** Directed checks, by name. Each sets up the one moment in which its bug shows. */
export const CHECKS = {
  /** A marker comes back after the commit, not at receipt. */
  'echo-after-commit': async () => {
    const stage = await prepared();
    const ann = connectNear(stage.rooms);
    await settle();
    stage.hold('append');
    ann.type('not yet on disk');
    ann.mark(1);
    await settle();
    const early = [...ann.echoes];
    stage.release();
    await settle();
    return [
      ...when(early.length > 0, 'The marker was echoed while its edit was not yet committed.'),
      ...when(ann.echoes.join() !== '1', `After the commit the echoes are [${ann.echoes.join()}].`),
    ];
  },

  /** Nobody sees an edit before it is committed. */
  'broadcast-after-commit': async () => {
    const stage = await prepared();
    const ann = connectNear(stage.rooms);
    const bob = connectNear(stage.rooms, { person: 'bob' });
    await settle();
    stage.hold('append');
    ann.type('not yet on disk');
    await settle();
    const early = linesOf(bob.doc).includes('not yet on disk');
    const joiner = connectNear(stage.rooms, { person: 'eve' });
    await settle();
    const answered = linesOf(joiner.doc).includes('not yet on disk');
    stage.release();
    await settle();
    return [
      ...when(early, 'Another client saw the edit before it was committed.'),
      ...when(answered, 'A joiner was answered with an edit that was not committed.'),
      ...when(hashOf(bob.doc) !== hashOf(ann.doc), 'After the commit the other client lacks the edit.'),
      ...when(hashOf(joiner.doc) !== hashOf(ann.doc), 'After the commit the joiner lacks the edit.'),
    ];
  },

  /** A marker waits for the answer to the server's question: edits typed off line are in it. */
  'echo-after-answer': async () => {
    const stage = await prepared();
    const ann = connectNear(stage.rooms, { silent: true });
    await settle();
    ann.mark(1);
    await settle();
    const early = ann.echoes.length > 0;
    ann.answer();
    await settle();
    return [
      ...when(early, 'The marker was echoed before the answer that may hold edits typed off line.'),
      ...when(ann.echoes.join() !== '1', `After the answer the echoes are [${ann.echoes.join()}].`),
    ];
  },

  /** Everybody who opens a document while it loads is in the same room. */
  'one-room': async () => {
    const stage = await prepared();
    stage.hold('load');
    const ann = connectNear(stage.rooms);
    const bob = connectNear(stage.rooms, { person: 'bob' });
    stage.release();
    await settle();
    ann.type('to bob');
    await settle();
    bob.type('to ann');
    await settle();
    const hash = await stage.hashOfLog('doc');
    return [
      ...when(!linesOf(bob.doc).includes('to bob'), 'Two who opened at the same time are in two rooms.'),
      ...when(hashOf(ann.doc) !== hash || hashOf(bob.doc) !== hash, 'They do not see what the log says.'),
    ];
  },

  /** A room with uncommitted edits stays, whoever leaves. */
  'dirty-room-stays': async () => {
    const stage = await prepared();
    const ann = connectNear(stage.rooms);
    await settle();
    stage.hold('append');
    ann.type('last words');
    await settle();
    ann.drop();
    await settle();
    stage.clock.advance(LONG_ENOUGH_TO_UNLOAD_MS);
    await settle();
    const bob = connectNear(stage.rooms, { person: 'bob' });
    await settle();
    stage.release();
    await settle();
    const hash = await stage.hashOfLog('doc');
    return when(hashOf(bob.doc) !== hash, 'Who came after the last one left does not see the last words.');
  },

  /** What Yjs cannot apply whole is not stored, and harms nobody. */
  'only-what-fits': async () => {
    const stage = await prepared();
    const ann = connectNear(stage.rooms);
    const mallory = connectNear(stage.rooms, { person: 'mallory' });
    await settle();
    mallory.send(syncFrame(SYNC_UPDATE, circle()));
    await settle();
    ann.type('still here');
    ann.mark(1);
    await settle();
    const broken = when(mallory.closed !== 4400, `Its sender was closed with ${mallory.closed}.`);
    broken.push(
      ...when(
        (await stage.log('doc')).some(({ author }) => author === 'mallory'),
        'It was stored.',
      ),
    );
    const hash = await stage.hashOfLog('doc').catch((error: Error) => error.message);
    const later = connectNear(stage.rooms, { person: 'later' });
    await settle();
    broken.push(...when(ann.echoes.join() !== '1', 'Afterwards an honest edit is not saved.'));
    broken.push(...when(hashOf(ann.doc) !== hash, `The log says ${hash}, an honest client something else.`));
    broken.push(...when(hashOf(later.doc) !== hash, 'Who comes later does not see what the log says.'));
    return broken;
  },

  /** What shared a turn with something that Yjs cannot apply is not on its way before it was taken by itself. */
  'failed-turn-is-undone': async () => {
    const stage = await prepared();
    const ann = connectNear(stage.rooms);
    const mallory = connectNear(stage.rooms, { person: 'mallory' });
    await settle();
    stage.hold('load');
    stage.rooms.together(() => {
      ann.type('in the same turn');
      mallory.send(syncFrame(SYNC_UPDATE, circle()));
    });
    await settle();
    const early = (await stage.log('doc')).some(({ author }) => author === 'ann');
    stage.release();
    await settle();
    ann.mark(1);
    await settle();
    const hash = await stage.hashOfLog('doc');
    return [
      ...when(early, 'An edit was stored though Yjs had not come to the end of its turn.'),
      ...when(
        mallory.closed !== 4400 || ann.closed !== undefined,
        'Not the one whose edit it was is refused.',
      ),
      ...when(hashOf(ann.doc) !== hash || ann.echoes.join() !== '1', 'What shared the turn is not saved.'),
    ];
  },

  /** The seal is looked at in the transaction that appends: an edit that crosses with it is refused. */
  'sealed-is-final': async () => {
    const folder = mkdtempSync(join(tmpdir(), 'plenary-check-'));
    const data = await openDataFolder(join(folder, 'data'));
    try {
      const moment: { cross?: () => void } = {};
      const documents: DocumentStore = {
        ...bound(data.documents),
        // The store has the seal and the room has not heard of it yet: this is the moment.
        seal(document, seal) {
          const outcome = data.documents.seal(document, seal);
          moment.cross?.();
          return outcome;
        },
      };
      const stage = await createStage({ documents, summits: data.summits });
      await stage.add('doc');
      const ann = connectNear(stage.rooms);
      // Until she is greeted and synced: the store answers from another thread.
      while (linesOf(ann.doc).length === 0) await settle(1);
      moment.cross = () => ann.type('crossing');
      const outcome = await stage.rooms.seal('doc', { seq: 1, hash: 'x', by: 'ann', at: 0 });
      // What was taken is committed or refused, in the order in which the store was asked.
      await stage.rooms.drain();
      const head = await data.documents.head('doc');
      return [
        ...when(outcome !== 'sealed', `The seal came to ${outcome}; nothing was tried.`),
        ...when(head?.seq !== 1, `Signed at 1, and gone on to ${head?.seq}.`),
      ];
    } finally {
      await data.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },

  /** On a real server, under a tracer: each acknowledgement follows a completed fsync. */
  'fsync-before-echo': async () => {
    const { broken, echoes } = await traceServer({ edits: 8 });
    return [...broken, ...when(echoes === 0, 'No echo was seen; nothing was tried.')];
  },
} as const satisfies Readonly<Record<string, Check>>;

export type CheckName = keyof typeof CHECKS;

export function isCheckName(name: string | undefined): name is CheckName {
  return name !== undefined && Object.hasOwn(CHECKS, name);
}

const LONG_ENOUGH_TO_UNLOAD_MS = 60_000;

async function prepared(): Promise<Stage> {
  const stage = await createStage();
  await stage.add('doc');
  return stage;
}

/** A store whose methods can be spread. */
function bound(store: DocumentStore): DocumentStore {
  return {
    load: (document) => store.load(document),
    head: (document) => store.head(document),
    append: (batch) => store.append(batch),
    seal: (document, seal) => store.seal(document, seal),
    reopen: (document) => store.reopen(document),
    saveSnapshot: (document, seq, state) => store.saveSnapshot(document, seq, state),
    authors: (document) => store.authors(document),
    owners: (document) => store.owners(document),
    history: (document, after) => store.history(document, after),
  };
}

function when(isWrong: boolean, sentence: string): string[] {
  return isWrong ? [sentence] : [];
}

/** Two clients whose items are each other's right neighbour: passes every check that does not apply it. */
function circle(): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 2);
    for (const [client, other] of [
      [5000, 6000],
      [6000, 5000],
    ] as const) {
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, 0);
      encoding.writeUint8(encoder, HAS_RIGHT_ORIGIN | CONTENT_STRING);
      encoding.writeVarUint(encoder, other);
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarString(encoder, 'x');
    }
    encoding.writeVarUint(encoder, 0);
  });
}

const HAS_RIGHT_ORIGIN = 64;
const CONTENT_STRING = 4;
