// @vitest-environment jsdom
import { insertOutcome, isKind, unwrapOutcome } from '@plenary/blocks';
import { type DocNode, readDocument, textOf } from '@plenary/document';
import { doc, h, li, outcome, p, type Random, ul } from '@plenary/testing';
import type { Editor } from '@tiptap/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anOutcome, find, move } from './fixtures/places.ts';
import { press } from './testing/people.ts';
import { closeRooms, openRoom, type Room, settle } from './fixtures/room.ts';
import { KINDS } from './outcome-shortcuts.ts';

const SEED = doc(
  h(2, 'what we heard'),
  p('we meet again'),
  p('we meet again'),
  p(),
  outcome('decision', { id: '0123456789abcdef' }, 'the hall stays open', 'and warm'),
  ul(li('one more thing'), li('one more')),
  p('the end'),
);

/** Letters that nobody has written yet: each that is typed is another, so that each can be looked for. */
function newLetters(): () => string {
  let given = 0x4e00;
  return () => {
    given += 1;
    return String.fromCharCode(given);
  };
}

/**
 * At the edge of a word, so that none is torn. Not into an empty line: where two begin to write in one at once, y-tiptap
 * makes one text of theirs and writes it anew, and so does each of them.
 */
function goToAnEdge(editor: Editor, random: Random): boolean {
  const block = find(editor, random, (node) => node.isTextblock && node.content.size > 0);
  if (!block) return false;
  const { node, position } = block;
  const text = ` ${node.textContent} `;
  // Nor beside a word that is being typed.
  const offsets = text
    .split('')
    .flatMap((letter, index) =>
      index > 1 && letter === ' ' && !/[\u4e00-\u9fff]/.test(text.slice(index - 1, index + 2))
        ? [index - 1]
        : [],
    );
  if (offsets.length === 0) return false;
  return editor.commands.setTextSelection(position + 1 + random.pick(offsets));
}

type Edit = (editor: Editor, random: Random) => unknown;

/** All that puts what is there into something new. */
const CHANGES: Readonly<Record<string, Edit>> = {
  turn(editor, random) {
    goToAnEdge(editor, random);
    editor.commands.command(insertOutcome(random.pick(KINDS), null));
  },
  turnBack(editor, random) {
    const found = anOutcome(editor, random);
    if (found) editor.commands.command(unwrapOutcome(found.position));
  },
  list(editor, random) {
    goToAnEdge(editor, random);
    editor.commands.toggleBulletList();
  },
  quote(editor, random) {
    goToAnEdge(editor, random);
    editor.commands.toggleBlockquote();
  },
  heading(editor, random) {
    goToAnEdge(editor, random);
    editor.commands.toggleHeading({ level: 3 });
  },
  divide(editor, random) {
    goToAnEdge(editor, random);
    press(editor, 'Enter');
  },
  join(editor, random) {
    const block = find(editor, random, (node) => node.isTextblock);
    if (block) editor.commands.setTextSelection(block.position + 1);
    press(editor, 'Backspace');
  },
  move,
  moveParagraph(editor, random) {
    const { tr } = editor.state;
    const index = random.below(tr.doc.childCount);
    const from = tr.doc.children.slice(0, index).reduce((sum, { nodeSize }) => sum + nodeSize, 0);
    const block = tr.doc.child(index);
    tr.delete(from, from + block.nodeSize);
    editor.view.dispatch(tr.insert(random.chance(0.5) ? 0 : tr.doc.content.size, block));
  },
};

interface Written {
  readonly room: Room;
  /** What was typed and nobody who saw a letter of it deleted. */
  readonly kept: readonly string[];
}

/** So many of them change what is there, and type as well; now and then somebody has no network for a while. */
function write(seed: number, changers: number, steps: number): Written {
  const room = openRoom(SEED, seed);
  const { people, random } = room;
  const next = newLetters();
  const unfinished = people.map(() => '');
  const letters: string[] = [];
  const erased = new Set<string>();
  // Then words come whole: the last letters of a word whose first ones were seen go with a paragraph that is deleted, and
  // also where two people change it at once and one joins it to what the other takes out.
  const isErasing = changers > 1 || random.chance(0.5);
  const change = (editor: Editor) => {
    if (isErasing && random.chance(0.1)) for (const word of erase(editor, random)) erased.add(word);
    else CHANGES[random.pick(Object.keys(CHANGES))]?.(editor, random);
    return '';
  };
  const type = (editor: Editor, left: string) => {
    if (left === '' && !goToAnEdge(editor, random)) return '';
    const rest = left === '' ? ` ${next()}${next()}${next()}${next()}` : left;
    const typed = isErasing ? rest : rest.slice(0, 1);
    editor.view.dispatch(editor.state.tr.insertText(typed));
    letters.push(...typed.trim().split(''));
    return rest.slice(typed.length);
  };
  const comeOrGo = comingAndGoing(room);
  for (let step = 0; step < steps; step += 1) {
    const person = random.below(people.length);
    const editor = people[person];
    if (!editor) continue;
    const changes = person < changers && random.chance(0.3);
    unfinished[person] = changes ? change(editor) : type(editor, unfinished[person] ?? '');
    if (random.chance(0.03)) comeOrGo(person);
    for (let count = random.below(5); count > 0; count -= 1) room.pass();
  }
  comeOrGo();
  settle(room);
  return { room, kept: letters.filter((letter) => !erased.has(wordOf(letter))) };
}

/** Cuts somebody off, or brings them back; without a person everybody is back. */
function comingAndGoing(room: Room): (person?: number) => void {
  let away: number | undefined;
  return (person) => {
    if (away === undefined && person !== undefined) {
      // What the server has and not everybody, nobody can tell afterwards from what was deleted on purpose.
      room.passAll();
      room.leave(person);
      away = person;
    } else if (away !== undefined && (person ?? away) === away) {
      room.comeBack(away);
      away = undefined;
    }
  };
}

/** Each four letters are a word, and one that has lost a letter is not looked for. */
const wordOf = (letter: string): string => String(Math.floor((letter.charCodeAt(0) - 0x4e01) / 4));

/** Deletes a block, and says which words were to be seen in it. */
function erase(editor: Editor, random: Random): readonly string[] {
  const { tr } = editor.state;
  const index = random.below(tr.doc.childCount);
  const from = tr.doc.children.slice(0, index).reduce((sum, { nodeSize }) => sum + nodeSize, 0);
  const block = tr.doc.child(index);
  editor.view.dispatch(tr.delete(from, from + block.nodeSize));
  return (block.textContent.match(/[\u4e00-\u9fff]/g) ?? []).map(wordOf);
}

function judge({ docs, people }: Room): string {
  const [first, ...others] = docs.map((ydoc) => JSON.stringify(readDocument(ydoc)));
  for (const other of others) expect(other).toBe(first);
  const [shown, ...elsewhere] = people.map((editor) => JSON.stringify(editor.getJSON()));
  for (const other of elsewhere) expect(other).toBe(shown);
  for (const editor of people) editor.state.doc.check();
  const content = docs[0] ? readDocument(docs[0]) : { type: 'doc' };
  const ids = idsIn(content);
  expect(ids.toSorted()).toEqual([...new Set(ids)].toSorted());
  return textOf(content);
}

function idsIn(content: DocNode): string[] {
  const own = isKind(content.type) && typeof content.attrs?.['id'] === 'string' ? [content.attrs['id']] : [];
  return [...own, ...(content.content ?? []).flatMap(idsIn)];
}

const times = (letter: string, text: string): number => text.split(letter).length - 1;

describe('of what people type, while it is turned, wrapped, divided, joined, moved and deleted', () => {
  it('everything is there, once, where one person does that', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { room, kept } = write(seed, 1, 150);
        const text = judge(room);
        expect(kept.filter((letter) => times(letter, text) !== 1)).toEqual([]);
        closeRooms();
      }),
      { numRuns: 30, seed: 2016 },
    );
  }, 120_000);

  it('everything is there, where all do that', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { room, kept } = write(seed, 3, 150);
        const text = judge(room);
        expect(kept.filter((letter) => times(letter, text) === 0)).toEqual([]);
        closeRooms();
      }),
      { numRuns: 30, seed: 2016 },
    );
  }, 120_000);
});
