// @vitest-environment jsdom
import { changeOutcome, insertOutcome, isKind, type Kind, unwrapOutcome } from '@plenary/blocks';
import { type DocNode, readDocument } from '@plenary/document';
import { doc, p, type Random } from '@plenary/testing';
import type { Editor } from '@tiptap/core';
import { DOMSerializer } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KINDS } from './outcome-shortcuts.ts';
import { anOutcome, goSomewhere, move, type Place } from './fixtures/places.ts';
import { closeRooms, openRoom, type Room, settle } from './fixtures/room.ts';
import { WHOLE } from './fixtures/whole.ts';

const ID = '0123456789abcde';
const outcome = (kind: string, id: string, text: string): DocNode => ({
  type: kind,
  attrs: { id },
  content: [p(text)],
});
/** Every kind, twice, so that neighbours of one kind can change places. */
const SEED = doc(
  p('before'),
  ...KINDS.flatMap((kind, index) => [
    outcome(kind, `${ID}${index}`, `${kind} one`),
    outcome(kind, `${ID}${'fghjkmnp'[index] ?? ''}`, `${kind} two`),
  ]),
  p('after'),
);
const SEED_IDS = idsIn(SEED);

function idsIn(content: DocNode): string[] {
  const own = isKind(content.type) && typeof content.attrs?.['id'] === 'string' ? [content.attrs['id']] : [];
  return [...own, ...(content.content ?? []).flatMap(idsIn)];
}

function paste(editor: Editor, random: Random): void {
  const copied = anOutcome(editor, random);
  if (!copied) return;
  const holder = document.createElement('div');
  holder.append(DOMSerializer.fromSchema(editor.schema).serializeNode(copied.node));
  goSomewhere(editor, random);
  // jsdom has no clipboard events; ProseMirror only hands it on.
  editor.view.pasteHTML(holder.innerHTML, new Event('paste') as ClipboardEvent);
}

function cutAndPaste(editor: Editor, random: Random): void {
  const cut = anOutcome(editor, random);
  if (!cut) return;
  editor.view.dispatch(editor.state.tr.delete(cut.position, cut.position + cut.node.nodeSize));
  editor.view.dispatch(
    editor.state.tr.insert(random.chance(0.5) ? 0 : editor.state.doc.content.size, cut.node),
  );
}

type Edit = (editor: Editor, random: Random) => unknown;

/** Edits after which every outcome must still be there. */
const KEEPING: Readonly<Record<string, Edit>> = {
  type(editor, random) {
    goSomewhere(editor, random);
    editor.commands.insertContent(random.pick(['mot ', 'word', 'é', '語']));
  },
  split(editor, random) {
    goSomewhere(editor, random);
    editor.commands.keyboardShortcut('Enter');
  },
  pick(editor, random) {
    const found = anOutcome(editor, random);
    const attribute = random.pick(['owner', 'to', 'speaker', 'link', 'contact']);
    if (found && attribute in found.node.attrs)
      editor.view.dispatch(
        editor.state.tr.setNodeAttribute(found.position, attribute, random.pick(['Ada', 'Zoé'])),
      );
  },
  make(editor, random) {
    goSomewhere(editor, random);
    editor.commands.command(insertOutcome(random.pick(KINDS), null));
  },
  move,
  cutAndPaste,
  paste,
};

const ALL: Readonly<Record<string, Edit>> = {
  ...KEEPING,
  turn: (editor, random) => {
    const found = anOutcome(editor, random);
    if (found) editor.commands.command(changeOutcome(random.pick(KINDS), found.position));
  },
  unwrap: (editor, random) => {
    const found = anOutcome(editor, random);
    if (found) editor.commands.command(unwrapOutcome(found.position));
  },
  merge(editor, random) {
    goSomewhere(editor, random, true);
    editor.commands.keyboardShortcut('Backspace');
  },
  erase(editor, random) {
    const end = random.below(editor.state.doc.content.size);
    const tr = editor.state.tr.setSelection(
      TextSelection.between(editor.state.doc.resolve(Math.max(0, end - 9)), editor.state.doc.resolve(end)),
    );
    editor.view.dispatch(tr.deleteSelection());
  },
  undo: (editor) => editor.commands.undo(),
  redo: (editor) => editor.commands.redo(),
};

/** People edit at random, each step now and then reaching the others; then everybody hears everything. */
function write(edits: Readonly<Record<string, Edit>>, room: Room, steps: number): void {
  const { people, random } = room;
  const names = Object.keys(edits);
  for (let step = 1; step <= steps; step += 1) {
    edits[random.pick(names)]?.(random.pick(people), random);
    for (let count = random.below(6); count > 0; count -= 1) room.pass();
    // Halfway there is a lull, after which people go on with what was repaired.
    if (step === Math.floor(steps / 2) || step === steps) settle(room);
  }
}

function judge({ docs, people }: Room): readonly string[] {
  const [first, ...others] = docs.map((ydoc) => JSON.stringify(readDocument(ydoc)));
  for (const other of others) expect(other).toBe(first);
  const [shown, ...elsewhere] = people.map((editor) => JSON.stringify(editor.getJSON()));
  for (const other of elsewhere) expect(other).toBe(shown);
  for (const editor of people) editor.state.doc.check();
  const ids = docs[0] ? idsIn(readDocument(docs[0])) : [];
  expect(ids.toSorted()).toEqual([...new Set(ids)].toSorted());
  return ids;
}

describe('people who write one document', () => {
  it('see the same whatever they do to outcomes at once, each with an id of its own', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        for (const content of [SEED, WHOLE]) {
          const room = openRoom(content, seed);
          write(ALL, room, 30);
          judge(room);
          closeRooms();
        }
      }),
      { numRuns: 15 },
    );
  }, 120_000);

  it('lose no outcome by moving, pasting, splitting or writing, whoever does so at the same time', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        for (const content of [SEED, WHOLE]) {
          const room = openRoom(content, seed);
          write(KEEPING, room, 25);
          expect(judge(room)).toEqual(expect.arrayContaining(idsIn(content)));
          closeRooms();
        }
      }),
      { numRuns: 15 },
    );
  }, 120_000);

  it('who exchange the same neighbours keep both', () => {
    const room = openRoom(SEED, 1, 2);
    const { people } = room;
    const exchange = (editor: Editor | undefined, kinds: readonly [Kind, number]) => {
      if (!editor) return;
      const [kind, nth] = kinds;
      const all: Place[] = [];
      editor.state.doc.forEach((node, position) => {
        if (node.type.name === kind) all.push({ node, position });
      });
      const moved = all[nth];
      if (!moved) return;
      const { tr } = editor.state;
      tr.delete(moved.position, moved.position + moved.node.nodeSize);
      editor.view.dispatch(tr.insert(moved.position + moved.node.nodeSize, moved.node));
    };
    exchange(people[0], ['insight', 0]);
    exchange(people[1], ['insight', 0]);
    settle(room);
    expect(judge(room)).toEqual(expect.arrayContaining(SEED_IDS));
  });

  it('can undo after others have made the document much shorter', () => {
    const room = openRoom(SEED, 2, 2);
    const [one, other] = room.people;
    if (!one || !other) throw new Error('There are two people.');
    one.commands.setTextSelection(one.state.doc.content.size - 1);
    one.commands.insertContent(' and on');
    room.passAll();
    other.view.dispatch(other.state.tr.delete(20, other.state.doc.content.size - 20));
    room.passAll();
    one.commands.undo();
    one.commands.insertContentAt(1, 'still ');
    room.passAll();
    judge(room);
    expect(other.state.doc.textContent).toMatch(/^still before.*after$/);
  });
});
