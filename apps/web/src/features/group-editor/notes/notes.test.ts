// @vitest-environment jsdom
import type { DocNode } from '@plenary/document';
import { code, doc, p } from '@plenary/testing';
import type { Editor } from '@tiptap/core';
import { describe, expect, it } from 'vitest';
import { pairWith, press, type } from '../testing/people.ts';
import { addNote, noteKeys } from './note-keys.ts';
import { notesIn } from './note-places.ts';
import { noteViews } from './note-view.ts';

const words = {
  name: (number: number) => `Note ${number}`,
  done: () => 'Done',
  remove: () => 'Delete the note',
  empty: () => 'Text of the note',
};
const open = (content: DocNode) => pairWith(content, [noteViews(words), noteKeys]);
const note = (text: string): DocNode => ({ type: 'footnote', content: [{ type: 'text', text }] });
/** "one two" with a note behind each word: o-n-e is 1 to 4, the first note 4 to 10. */
const TWO = doc(p('one', note('1st!'), ' two', note('2nd!'), '.'));

function shown(node: DocNode): string {
  if (node.type === 'footnote') return `[${(node.content ?? []).map(shown).join('')}]`;
  if (node.type === 'hardBreak') return '/';
  return node.text ?? (node.content ?? []).map(shown).join('');
}
const numbers = ({ view }: Editor) =>
  [...view.dom.querySelectorAll('.plenary-note-number')].map((button) => button.textContent);
const isOpen = ({ view }: Editor) =>
  [...view.dom.querySelectorAll('.plenary-note')].map(({ classList }) => classList.contains('is-open'));

describe('a note', () => {
  it('is put where the caret is, opened to be written in, and numbered for everybody', () => {
    const { ada, ben, meet, content } = open(TWO);
    ada.commands.setTextSelection(1);
    expect(press(ada, 'f', { ctrlKey: true, altKey: true })).toBe(true);
    type(ada, 'new');
    expect(isOpen(ada)).toEqual([true, false, false]);
    meet();
    expect(shown(content())).toBe('[new]one[1st!] two[2nd!].');
    expect(numbers(ben)).toEqual(['1', '2', '3']);
    expect(isOpen(ben)).toEqual([false, false, false]);
  });

  it('has lines, and an undo of its own words', () => {
    const { ada, ben, meet, content } = open(TWO);
    ben.commands.insertContentAt(1, 'Ben: ');
    meet();
    ada.commands.setTextSelection(14);
    expect(press(ada, 'Enter')).toBe(true);
    type(ada, 'x');
    meet();
    expect(shown(content())).toBe('Ben: one[1st!/x] two[2nd!].');
    ada.commands.undo();
    meet();
    expect(shown(content())).toBe('Ben: one[1st!] two[2nd!].');
  });

  it('is opened by its number, and closed by what stands in it', () => {
    const { ada } = open(TWO);
    const press2 = (selector: string) => ada.view.dom.querySelector<HTMLElement>(selector)?.click();
    press2('[data-note="2"]');
    expect(isOpen(ada)).toEqual([false, true]);
    press2('.is-open .plenary-note-done');
    expect(isOpen(ada)).toEqual([false, false]);
    type(ada, '?');
    expect(ada.state.doc.textBetween(0, ada.state.doc.content.size)).toContain('2nd!?.');
    press2('[data-note="1"]');
    press2('.is-open .plenary-note-remove');
    expect(notesIn(ada.state.doc).map(({ node }) => node.textContent)).toEqual(['2nd!']);
    expect(numbers(ada)).toEqual(['1']);
  });

  it('stands in no code and in no other note', () => {
    const { ada } = open(doc(code('x')));
    ada.commands.setTextSelection(2);
    expect(addNote(ada)).toBe(false);
    const { ada: inNote } = open(TWO);
    inNote.commands.setTextSelection(6);
    expect(addNote(inNote)).toBe(false);
  });
});

describe('the keys at a note', () => {
  const at = (position: number) => {
    const { ada } = open(TWO);
    ada.commands.setTextSelection(position);
    return ada;
  };
  const caret = ({ state }: Editor) => [state.selection.from, state.selection.to];

  it('walk into it and out again with the arrows', () => {
    const editor = at(4);
    press(editor, 'ArrowRight');
    expect(caret(editor)).toEqual([5, 5]);
    press(editor, 'ArrowLeft');
    expect(caret(editor)).toEqual([4, 4]);
    const behind = at(9);
    press(behind, 'ArrowRight');
    expect(caret(behind)).toEqual([10, 10]);
    press(behind, 'ArrowLeft');
    expect(caret(behind)).toEqual([9, 9]);
  });

  it('leave it behind its number by Escape', () => {
    const editor = at(6);
    expect(press(editor, 'Escape')).toBe(true);
    expect(caret(editor)).toEqual([10, 10]);
    expect(press(editor, 'Escape')).toBe(false);
  });

  it.each([
    ['Backspace', 10],
    ['Delete', 4],
  ])('%s beside it selects it first, then takes it away', (key, position) => {
    const editor = at(position);
    expect(press(editor, key)).toBe(true);
    expect(caret(editor)).toEqual([4, 10]);
    expect(editor.state.doc.textContent).toContain('1st!');
    press(editor, key);
    expect(editor.state.doc.textContent).toBe('one two2nd!.');
  });

  it('take away an empty one at once, and nothing beyond the edge of another', () => {
    const editor = at(4);
    addNote(editor);
    press(editor, 'Backspace');
    expect(notesIn(editor.state.doc)).toHaveLength(2);
    const atStart = at(5);
    expect(press(atStart, 'Backspace')).toBe(true);
    expect(atStart.state.doc.textContent).toBe('one1st! two2nd!.');
  });
});
