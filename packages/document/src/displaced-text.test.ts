import { doc, p, ul, li } from '@plenary/testing';
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap';
import { Node } from '@tiptap/pm/model';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { sampleBlocks } from '../fixtures/sample-block.ts';
import type { DocNode } from './doc-node.ts';
import { type Displaced, displacedText } from './displaced-text.ts';
import { hear } from './heard-updates.ts';
import { copiesOfWithdrawn, placeNear, placeOf } from './letter-places.ts';
import { documentSchema } from './prose-nodes.ts';
import { FRAGMENT } from './schema-version.ts';
import { seedUpdate } from './ydoc.ts';

const schema = documentSchema(sampleBlocks);
const note = (...content: DocNode[]): DocNode => ({ type: 'note', content });

/** Writes what an editor would have to write for the document to say this. */
function rewrite(ydoc: Y.Doc, content: DocNode): Uint8Array {
  const before = Y.encodeStateVector(ydoc);
  const updates: Uint8Array[] = [];
  const listen = (update: Uint8Array) => updates.push(update);
  ydoc.on('update', listen);
  const { meta } = initProseMirrorDoc(ydoc.getXmlFragment(FRAGMENT), schema);
  updateYFragment(ydoc, ydoc.getXmlFragment(FRAGMENT), Node.fromJSON(schema, content), meta);
  ydoc.off('update', listen);
  return updates.length > 0 ? Y.mergeUpdates(updates) : Y.encodeStateAsUpdate(ydoc, before);
}

interface Seen {
  readonly displaced: Displaced | undefined;
  /** The text of the first thing that was found. */
  readonly words: string;
}

/** One person makes `mine` of a document while another, who has not heard of it, makes `theirs` of it; what the first is told. */
function crossing(first: DocNode, mine: DocNode, theirs: DocNode, isTold = true): Seen {
  const seed = seedUpdate(first, sampleBlocks);
  const [one, other] = [1, 2].map((client) => {
    const ydoc = new Y.Doc();
    ydoc.clientID = client;
    Y.applyUpdate(ydoc, seed);
    return ydoc;
  });
  if (!one || !other) throw new Error('There are two.');
  const deletions = new Y.UndoManager(one.getXmlFragment(FRAGMENT), { trackedOrigins: new Set([null]) });
  one.transact(() => rewrite(one, mine));
  const update = rewrite(other, theirs);
  const old = Node.fromJSON(schema, mine);
  let displaced: Displaced | undefined;
  one.on('beforeObserverCalls', (transaction: Y.Transaction) => {
    displaced = displacedText(one.getXmlFragment(FRAGMENT), transaction, schema, (id) =>
      deletions.undoStack.some((step) => Y.isDeleted(step.deletions, id)),
    );
  });
  const apply = () => Y.applyUpdate(one, update, 'others');
  if (isTold) hear(one, { updates: [update], isWhole: false }, apply);
  else apply();
  const [found] = displaced?.unheard ?? [];
  return { displaced, words: found ? old.textBetween(found.from, found.to) : '' };
}

const MEET = doc(p('before'), p('we meet again'));

test('words that others had not heard of belong between the same letters', () => {
  const { displaced, words } = crossing(
    MEET,
    doc(p('before'), p('we meet now again')),
    doc(p('before'), note(p('we meet again'))),
  );
  expect(words.trim()).toBe('now');
  const [unheard] = displaced?.unheard ?? [];
  if (!displaced || !unheard) throw new Error('There are such words.');
  // “before” is 8 long; then the note, its paragraph, and “we meet ” before or behind its blank.
  expect([17, 18]).toContain(placeOf(displaced, unheard.home, unheard.behind)?.at);
});

test('what others had heard of is not found, nor is a change that moves nothing', () => {
  expect(crossing(MEET, MEET, doc(p('before'), note(p('we meet again')))).words).toBe('');
  const { displaced } = crossing(
    MEET,
    doc(p('before'), p('we meet now again')),
    doc(p('before!'), p('we meet again')),
  );
  expect(displaced).toBeUndefined();
});

test('nothing is found in updates that nobody has told of', () => {
  const turned = doc(p('before'), note(p('we meet again')));
  expect(crossing(MEET, doc(p('before'), p('we meet now again')), turned, false).displaced).toBeUndefined();
});

test('a new item of a list goes with it as a whole', () => {
  const { displaced } = crossing(
    doc(ul(li('one more'))),
    doc(ul(li('one more'), li('and another'))),
    doc(note(ul(li('one more')))),
  );
  expect(displaced?.unheard).toEqual([expect.objectContaining({ from: 13, to: 28 })]);
});

test('letters that one had deleted are found in the copy', () => {
  const { displaced } = crossing(
    MEET,
    doc(p('before'), p('we again')),
    doc(p('before'), note(p('we meet again'))),
  );
  const [copy] = displaced ? copiesOfWithdrawn(displaced) : [];
  expect(copy && copy.to - copy.from).toBe(5);
});

test('where nothing is put in there is no place', () => {
  const { displaced } = crossing(MEET, doc(p('before'), p('we meet now again')), doc(p('before')));
  const [unheard] = displaced?.unheard ?? [];
  if (!displaced || !unheard) throw new Error('There are such words.');
  expect(placeOf(displaced, unheard.home, unheard.behind)).toBeUndefined();
  expect(placeNear(displaced, unheard.home, unheard.behind)).toBeUndefined();
});
