// @vitest-environment jsdom
import { insertOutcome, unwrapOutcome } from '@plenary/blocks';
import { type DocNode, readDocument } from '@plenary/document';
import { doc, li, outcome, p, ul } from '@plenary/testing';
import type { Editor } from '@tiptap/core';
import { describe, expect, it } from 'vitest';
import type { Place } from './fixtures/places.ts';
import { press } from './testing/people.ts';
import { openRoom, type Room, settle } from './fixtures/room.ts';

/** Puts the caret behind these words. */
function goBehind(editor: Editor, words: string): void {
  let at = 0;
  editor.state.doc.descendants(({ text }, position) => {
    const found = text?.indexOf(words) ?? -1;
    if (found >= 0) at = position + found + words.length;
  });
  editor.commands.setTextSelection(at);
}

function write(editor: Editor, words: string): void {
  for (const letter of words) {
    const { from, to } = editor.state.selection;
    editor.view.dispatch(editor.state.tr.insertText(letter, from, to));
  }
}

/** Takes the block with these words out, and puts it in elsewhere where it is told where. */
function takeOut(editor: Editor, words: string, putIn?: (size: number) => number): void {
  const { tr } = editor.state;
  const found: Place[] = [];
  tr.doc.forEach((node, position) => {
    if (node.textContent.includes(words)) found.push({ node, position });
  });
  const [block] = found;
  if (!block) throw new Error(`Nothing holds “${words}”.`);
  tr.delete(block.position, block.position + block.node.nodeSize);
  editor.view.dispatch(putIn ? tr.insert(putIn(tr.doc.content.size), block.node) : tr);
}

/** What is written, a line a block of text, as everybody has it; what it stands in before it. */
function lines({ docs }: Room): readonly string[] {
  const [first, ...others] = docs.map((ydoc) => JSON.stringify(readDocument(ydoc)));
  for (const other of others) expect(other).toBe(first);
  const linesOf = (node: DocNode, around: string): readonly string[] => {
    if (node.content?.some(({ text }) => text !== undefined) || node.type === 'paragraph')
      return [around + (node.content ?? []).map(({ text = '⏎' }) => text).join('')];
    const inside = node.type === 'doc' || node.type === 'listItem' ? around : `${around}${node.type}: `;
    return (node.content ?? []).flatMap((child) => linesOf(child, inside));
  };
  return docs[0] ? linesOf(readDocument(docs[0]), '') : [];
}

const ID = '0123456789abcdef';
const PARAGRAPHS = doc(p('before'), p('we meet again'), p('after'));
const DECISION = doc(p('before'), outcome('decision', { id: ID }, 'we meet again'), p('after'));
const LIST = doc(p('before'), ul(li('we meet again')), p('after'));

type Change = (editor: Editor) => unknown;
const at =
  (words: string, change: Change): Change =>
  (editor) => {
    goBehind(editor, words);
    change(editor);
  };
const turn = at('we', (editor) => editor.commands.command(insertOutcome('decision', null)));
const turnBack = at('we', (editor) => editor.commands.command(unwrapOutcome()));
const divide = (words: string): Change => at(words, (editor) => press(editor, 'Enter'));

const CHANGES: readonly (readonly [string, DocNode, Change, readonly string[]])[] = [
  ['turns it into an outcome', PARAGRAPHS, turn, ['before', 'decision: we meet NOW! again', 'after']],
  ['turns it back', DECISION, turnBack, ['before', 'we meet NOW! again', 'after']],
  [
    'turns its list into an outcome',
    LIST,
    turn,
    ['before', 'decision: bulletList: we meet NOW! again', 'after'],
  ],
  [
    'wraps it in a list',
    PARAGRAPHS,
    at('we', (editor) => editor.commands.toggleBulletList()),
    ['before', 'bulletList: we meet NOW! again', 'after'],
  ],
  [
    'wraps it in a quotation',
    PARAGRAPHS,
    at('we', (editor) => editor.commands.toggleBlockquote()),
    ['before', 'blockquote: we meet NOW! again', 'after'],
  ],
  [
    'makes it a heading',
    PARAGRAPHS,
    at('we', (editor) => editor.commands.toggleHeading({ level: 2 })),
    ['before', 'we meet NOW! again', 'after'],
  ],
  ['divides it before', PARAGRAPHS, divide('we'), ['before', 'we', ' meet NOW! again', 'after']],
  ['divides it behind', PARAGRAPHS, divide(' a'), ['before', 'we meet NOW! a', 'gain', 'after']],
  [
    'divides it in an outcome',
    DECISION,
    divide('we'),
    ['before', 'decision: we', 'decision:  meet NOW! again', 'after'],
  ],
  [
    'divides it in a list',
    LIST,
    divide('we'),
    ['before', 'bulletList: we', 'bulletList:  meet NOW! again', 'after'],
  ],
  [
    'joins it to the one before',
    PARAGRAPHS,
    (editor) => {
      goBehind(editor, 'we');
      editor.commands.setTextSelection(editor.state.selection.from - 2);
      press(editor, 'Backspace');
    },
    ['beforewe meet NOW! again', 'after'],
  ],
  [
    'joins the next one to it',
    PARAGRAPHS,
    (editor) => {
      goBehind(editor, 'after');
      editor.commands.setTextSelection(editor.state.selection.from - 5);
      press(editor, 'Backspace');
    },
    ['before', 'we meet NOW! againafter'],
  ],
  [
    'moves it up',
    PARAGRAPHS,
    (editor) => takeOut(editor, 'we meet', () => 0),
    ['we meet NOW! again', 'before', 'after'],
  ],
  [
    'moves it down',
    PARAGRAPHS,
    (editor) => takeOut(editor, 'we meet', (size) => size),
    ['before', 'after', 'we meet NOW! again'],
  ],
];

describe('somebody who types in a paragraph while another', () => {
  it.each(CHANGES)('%s goes on in it', (_what, content, change, expected) => {
    const room = openRoom(content, 1, 2);
    const [ada, ben] = room.people as [Editor, Editor];
    goBehind(ada, 'we meet');
    change(ben);
    write(ada, ' NO');
    settle(room);
    // The caret has come along.
    write(ada, 'W!');
    settle(room);
    expect(lines(room)).toEqual(expected);
  });

  it.each(CHANGES)('%s loses nothing of a minute without a network', (_what, content, change, expected) => {
    const room = openRoom(content, 1, 2);
    const [ada, ben] = room.people as [Editor, Editor];
    room.leave(0);
    goBehind(ada, 'we meet');
    write(ada, ' NO');
    change(ben);
    room.passAll();
    room.comeBack(0);
    write(ada, 'W!');
    settle(room);
    expect(lines(room)).toEqual(expected);
  });
});

describe('words that nobody has heard of yet', () => {
  const open = (content: DocNode, count = 2) => {
    const room = openRoom(content, 1, count);
    const [ada, ben, zoe] = room.people;
    if (!ada || !ben) throw new Error('There are two at least.');
    return { room, ada, ben, zoe: zoe ?? ben };
  };

  it('survive a paragraph that is deleted, in its place; letters of a word that is gone do not', () => {
    const { room, ada, ben } = open(PARAGRAPHS);
    goBehind(ada, 'again');
    write(ada, 'st all of it');
    takeOut(ben, 'we meet');
    settle(room);
    write(ada, '!');
    settle(room);
    expect(lines(room)).toEqual(['before', 'all of it!', 'after']);
  });

  it('leave nothing of a paragraph that is deleted where they are only letters', () => {
    const { room, ada, ben } = open(PARAGRAPHS);
    goBehind(ada, 'again');
    write(ada, 'st');
    takeOut(ben, 'we meet');
    settle(room);
    expect(lines(room)).toEqual(['before', 'after']);
  });

  it('stay deleted where whoever deleted the paragraph had seen them', () => {
    const { room, ada, ben } = open(PARAGRAPHS);
    goBehind(ada, 'again');
    write(ada, ' all of it');
    settle(room);
    takeOut(ben, 'we meet');
    settle(room);
    expect(lines(room)).toEqual(['before', 'after']);
  });

  it('go to the end of a paragraph that was turned and written anew', () => {
    const { room, ada, ben } = open(doc(p('before'), p('tomorrow we meet again'), p('after')));
    room.leave(0);
    goBehind(ada, 'again');
    write(ada, ' and eat');
    turn(ben);
    goBehind(ben, 'again');
    for (let times = 0; times < 10; times += 1)
      ben.view.dispatch(ben.state.tr.delete(ben.state.selection.from - 1, ben.state.selection.from));
    write(ben, 'sing here');
    room.passAll();
    room.comeBack(0);
    settle(room);
    expect(lines(room)).toEqual(['before', 'decision: tomorrow we sing here and eat', 'after']);
  });

  it('take their bold letters, links and line breaks along', () => {
    const { room, ada, ben } = open(PARAGRAPHS);
    goBehind(ada, 'again');
    ada.commands.toggleBold();
    ada.commands.insertContent('<strong>bold</strong><br><a href="https://example.org/">link</a>');
    turn(ben);
    settle(room);
    expect(lines(room)).toEqual(['before', 'decision: we meet againbold⏎link', 'after']);
    const [, decision] = readDocument(room.docs[1]!).content ?? [];
    const marks = decision?.content?.[0]?.content?.flatMap(
      (node) => node.marks?.map(({ type }) => type) ?? [],
    );
    expect(marks).toEqual(['bold', 'link']);
  });

  it('are not joined by letters that were taken back meanwhile', () => {
    const { room, ada, ben } = open(PARAGRAPHS);
    goBehind(ada, 'again');
    write(ada, 'st');
    settle(room);
    turn(ben);
    for (let times = 0; times < 4; times += 1)
      ada.view.dispatch(ada.state.tr.delete(ada.state.selection.from - 1, ada.state.selection.from));
    write(ada, 'ree');
    settle(room);
    expect(lines(room)).toEqual(['before', 'decision: we meet agaree', 'after']);
  });

  it('are divided as they were where a new paragraph was begun', () => {
    const { room, ada, ben } = open(PARAGRAPHS);
    goBehind(ada, 'meet');
    press(ada, 'Enter');
    write(ada, 'Once');
    turn(ben);
    settle(room);
    expect(lines(room)).toEqual(['before', 'decision: we meet', 'Once again', 'after']);
  });

  it('are divided as they were inside of an outcome that is turned back', () => {
    const { room, ada, ben } = open(DECISION);
    goBehind(ada, 'meet');
    press(ada, 'Enter');
    write(ada, 'Once');
    turnBack(ben);
    settle(room);
    write(ada, '!');
    settle(room);
    expect(lines(room)).toEqual(['before', 'we meet', 'Once! again', 'after']);
  });

  it('bring an item of theirs along', () => {
    const { room, ada, ben } = open(LIST);
    goBehind(ada, 'again');
    press(ada, 'Enter');
    write(ada, 'and eat');
    turn(ben);
    settle(room);
    write(ada, '!');
    settle(room);
    expect(lines(room)).toEqual([
      'before',
      'decision: bulletList: we meet again',
      'decision: bulletList: and eat!',
      'after',
    ]);
  });

  it('of two people are all there, once', () => {
    const { room, ada, ben, zoe } = open(PARAGRAPHS, 3);
    goBehind(ada, 'we');
    goBehind(zoe, 'again');
    write(ada, ' ADA');
    write(zoe, ' ZOE');
    turn(ben);
    settle(room);
    write(ada, '1');
    write(zoe, '2');
    settle(room);
    expect(lines(room)).toEqual(['before', 'decision: we ADA1 meet again ZOE2', 'after']);
  });

  it('of two people in one place are all there, once', () => {
    const { room, ada, ben, zoe } = open(PARAGRAPHS, 3);
    for (const editor of [ada, zoe]) goBehind(editor, 'again');
    write(ada, ' ADA');
    write(zoe, ' ZOE');
    turn(ben);
    settle(room);
    expect(lines(room)[1]).toMatch(/^decision: we meet again (ADA ZOE|ZOE ADA)$/);
  });

  it('follow a paragraph that is turned and turned back before they were heard of', () => {
    const { room, ada, ben } = open(PARAGRAPHS);
    goBehind(ada, 'again');
    write(ada, ' soon');
    turn(ben);
    room.leave(1);
    room.passAll();
    turnBack(ben);
    room.comeBack(1);
    settle(room);
    expect(lines(room)).toEqual(['before', 'we meet again soon', 'after']);
  });

  it('are taken back by the undo of whoever wrote them', () => {
    const { room, ada, ben } = open(PARAGRAPHS);
    goBehind(ada, 'again');
    write(ada, ' soon');
    turn(ben);
    settle(room);
    for (let times = 0; times < 9; times += 1) ada.commands.undo();
    settle(room);
    expect(lines(room)).toEqual(['before', 'decision: we meet again', 'after']);
  });

  it('are in the paragraph where whoever turned it takes that back', () => {
    const { room, ada, ben } = open(PARAGRAPHS);
    goBehind(ada, 'again');
    write(ada, ' soon');
    turn(ben);
    settle(room);
    ben.commands.undo();
    settle(room);
    expect(lines(room)).toEqual(['before', 'we meet again soon', 'after']);
  });

  it('are in one of the outcomes where two people turned the paragraph, each with an id of its own', () => {
    const { room, ada, ben, zoe } = open(PARAGRAPHS, 3);
    goBehind(ada, 'again');
    write(ada, ' soon');
    turn(ben);
    turn(zoe);
    settle(room);
    expect(lines(room).toSorted()).toEqual(
      ['before', 'decision: we meet again', 'decision: we meet again soon', 'after'].toSorted(),
    );
    const ids = readDocument(room.docs[0]!).content?.flatMap(({ attrs }) => attrs?.['id'] ?? []) ?? [];
    expect(new Set(ids).size).toBe(2);
  });

  it('of an earlier visit are put in by the device that kept them', () => {
    const { room, ada, ben } = open(PARAGRAPHS);
    room.leave(0);
    goBehind(ada, 'again');
    write(ada, ' soon');
    turn(ben);
    room.passAll();
    // As a tab that is opened again: the text is that of the copy, written by a client of another number.
    room.docs[0]!.clientID = 77;
    room.comeBack(0);
    settle(room);
    expect(lines(room)).toEqual(['before', 'decision: we meet again soon', 'after']);
  });
});
