// @vitest-environment jsdom
import { insertOutcome } from '@plenary/blocks';
import { type DocNode, readDocument, textOf } from '@plenary/document';
import { doc, p, type Random } from '@plenary/testing';
import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KINDS } from './outcome-shortcuts.ts';
import { anOutcome, find, move } from './fixtures/places.ts';
import { closeRooms, openRoom, type Room, settle } from './fixtures/room.ts';
import { WHOLE } from './fixtures/whole.ts';

const written = (room: Room): DocNode => readDocument(room.docs[0]!);
const wordsIn = (room: Room): string => textOf(written(room));
const seedLines = (content: DocNode): readonly string[] => {
  const own = content.text?.startsWith('seed ') ? [content.text] : [];
  return [...own, ...(content.content ?? []).flatMap(seedLines)];
};

/** At the edge of a line, so that no word is torn. */
function goToAnEdge(editor: Editor, random: Random): void {
  const block = find(editor, random, (node) => node.isTextblock);
  if (block)
    editor.commands.setTextSelection(block.position + 1 + (random.chance(0.5) ? 0 : block.node.content.size));
}

type Edit = (editor: Editor, random: Random, word: string) => unknown;

/** Edits that put words in or change how they look, and leave them where they are. */
const WORDS: Readonly<Record<string, Edit>> = {
  type(editor, random, word) {
    goToAnEdge(editor, random);
    editor.commands.insertContent(word);
  },
  pick(editor, random) {
    const found = anOutcome(editor, random);
    if (found && 'owner' in found.node.attrs)
      editor.view.dispatch(
        editor.state.tr.setNodeAttribute(found.position, 'owner', random.pick(['Ada', 'Zoé'])),
      );
  },
  mark(editor, random) {
    const block = find(editor, random, (node) => node.isTextblock && node.content.size > 0);
    if (!block) return;
    const { position, node } = block;
    editor.commands.setTextSelection({ from: position + 1, to: position + 1 + node.content.size });
    editor.commands.toggleBold();
  },
};

/** All of these, and edits that put what is there into something new: to Yjs, words of others become the person's own. */
const ALL: Readonly<Record<string, Edit>> = {
  ...WORDS,
  split(editor, random) {
    goToAnEdge(editor, random);
    editor.commands.keyboardShortcut('Enter');
  },
  make(editor, random) {
    goToAnEdge(editor, random);
    editor.commands.command(insertOutcome(random.pick(KINDS), null));
  },
};

/** The first person does anything, the others type and pick; what each of them typed. */
function write(room: Room, steps: number): readonly (readonly string[])[] {
  const { people, random } = room;
  const typed = people.map((): string[] => []);
  for (let step = 1; step <= steps; step += 1) {
    const person = random.below(people.length);
    const [editor, words] = [people[person], typed[person]];
    if (!editor || !words) continue;
    const edits = person === 0 ? ALL : WORDS;
    const name = random.pick([...Object.keys(edits), 'type']);
    // Letters of their own: of two words that begin alike nobody can say which letter is whose.
    const sign = 'αβγ'[person] ?? '';
    const word = `${sign}${step}${sign}`;
    if (name === 'type') words.push(word);
    edits[name]?.(editor, random, word);
    for (let count = random.below(6); count > 0; count -= 1) room.pass();
  }
  settle(room);
  return typed;
}

function undoAll(editor: Editor | undefined): void {
  for (let times = 0; times < 200 && editor?.can().undo(); times += 1) editor.commands.undo();
}

function expectOne({ docs, people }: Room): void {
  const [first, ...others] = docs.map((ydoc) => JSON.stringify(readDocument(ydoc)));
  for (const other of others) expect(other).toBe(first);
  const [shown, ...elsewhere] = people.map((editor) => JSON.stringify(editor.getJSON()));
  for (const other of elsewhere) expect(other).toBe(shown);
  for (const editor of people) editor.state.doc.check();
}

describe('undo, where several people write', () => {
  it('takes nothing of the template, however often it is pressed', () => {
    const room = openRoom(WHOLE, 1);
    const before = JSON.stringify(written(room));
    for (const editor of room.people) for (let times = 0; times < 10; times += 1) editor.commands.undo();
    settle(room);
    expect(JSON.stringify(written(room))).toBe(before);
  });

  it('takes back what the person did, and nothing that others or the template wrote', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const room = openRoom(WHOLE, seed);
        const [mine = [], ...others] = write(room, 30);
        // Words that somebody writes into a paragraph before hearing that it became an outcome go with the paragraph.
        const before = wordsIn(room);
        undoAll(room.people[0]);
        settle(room);
        expectOne(room);
        const words = wordsIn(room);
        const lost = [...others.flat(), ...seedLines(WHOLE)].filter(
          (word) => before.includes(word) && !words.includes(word),
        );
        expect(lost).toEqual([]);
        expect(mine.filter((word) => words.includes(word))).toEqual([]);
        closeRooms();
      }),
      { numRuns: 15, seed: 2016 },
    );
  }, 120_000);

  it('leaves what somebody else wrote into an outcome that the person had made', () => {
    const room = openRoom(doc(p('one'), p('two')), 3, 2);
    const [ada, ben] = room.people;
    if (!ada || !ben) throw new Error('There are two.');
    ada.commands.setTextSelection(2);
    ada.commands.command(insertOutcome('action', null));
    settle(room);
    ben.view.dispatch(
      ben.state.tr.setSelection(TextSelection.create(ben.state.doc, 5)).insertText(' of Ben'),
    );
    settle(room);
    ada.commands.undo();
    settle(room);
    expectOne(room);
    expect(wordsIn(room)).toContain(' of Ben');
  });

  it('loses no outcome that was moved, by one person or by two at once', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const room = openRoom(WHOLE, seed, 2);
        for (const editor of room.people) move(editor, room.random);
        settle(room);
        for (const editor of room.people) undoAll(editor);
        settle(room);
        expectOne(room);
        const words = wordsIn(room);
        expect(seedLines(WHOLE).filter((line) => !words.includes(line))).toEqual([]);
        closeRooms();
      }),
      { numRuns: 15, seed: 2016 },
    );
  }, 120_000);
});
