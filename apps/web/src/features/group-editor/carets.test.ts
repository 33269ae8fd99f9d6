// @vitest-environment jsdom
import { blocks } from '@plenary/blocks';
import { documentExtensions, seedUpdate } from '@plenary/document';
import { doc, p } from '@plenary/testing';
import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { carets } from './carets.ts';
import { keptNodes } from './kept-nodes.ts';
import { smallChanges } from './small-changes.ts';

const SEED = seedUpdate(doc(p('one two'), p('three'), p('four')), blocks);

interface Person {
  readonly editor: Editor;
  readonly awareness: Awareness;
  readonly ydoc: Y.Doc;
}

const open: Person[] = [];
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  for (const { awareness, editor } of open.splice(0)) {
    editor.destroy();
    awareness.destroy();
  }
  vi.useRealTimers();
});

function person(client: number, name: string): Person {
  const ydoc = new Y.Doc();
  ydoc.clientID = client;
  Y.applyUpdate(ydoc, SEED);
  const awareness = new Awareness(ydoc);
  const editor = new Editor({
    // jsdom lays nothing out, so there is nowhere to scroll to.
    editorProps: { handleScrollToSelection: () => true },
    element: document.body.appendChild(document.createElement('div')),
    extensions: [
      ...documentExtensions(blocks),
      Collaboration.configure({ document: ydoc }),
      keptNodes,
      smallChanges,
      carets.configure({ awareness, user: { id: name, name, colour: 1 } }),
    ],
  });
  const made = { editor, awareness, ydoc };
  open.push(made);
  return made;
}

/** Puts somebody's caret there and lets it be told. Only one editor of a page can have the focus. */
function pointTo({ editor }: Person, position: number, to = position): void {
  vi.spyOn(editor.view, 'hasFocus').mockReturnValue(true);
  editor.commands.setTextSelection({ from: position, to });
  vi.advanceTimersByTime(40);
}

function tellText(from: Person, to: Person): void {
  Y.applyUpdate(to.ydoc, Y.encodeStateAsUpdate(from.ydoc, Y.encodeStateVector(to.ydoc)), 'room');
}

function tellCaret(from: Person, to: Person): void {
  applyAwarenessUpdate(
    to.awareness,
    encodeAwarenessUpdate(from.awareness, [from.awareness.clientID]),
    'room',
  );
}

/** The text of a screen with others' carets in it. */
function screen({ editor }: Person): string {
  const lines = [...editor.view.dom.children].map((line) => {
    const copy = line.cloneNode(true) as Element;
    for (const caret of copy.querySelectorAll<HTMLElement>('.plenary-caret'))
      caret.replaceWith(`|${caret.dataset['person'] ?? ''}|`);
    return copy.textContent;
  });
  return lines.join('/');
}

const frame = (): unknown => vi.advanceTimersByTime(20);

describe('carets', () => {
  it('are drawn where their owners have them, a frame after they are told', () => {
    const [ada, ben] = [person(1, 'Ada'), person(2, 'Ben')];
    pointTo(ben, 4);
    tellCaret(ben, ada);
    expect(screen(ada)).toBe('one two/three/four');
    frame();
    expect(screen(ada)).toBe('one|Ben| two/three/four');
    expect(screen(ben)).toBe('one two/three/four');
  });

  it('are drawn once their text has come, where they were told before it', () => {
    const [ada, ben] = [person(1, 'Ada'), person(2, 'Ben')];
    ben.editor.commands.insertContentAt(4, ' new');
    pointTo(ben, 6);
    tellCaret(ben, ada);
    frame();
    expect(screen(ada)).toBe('one two/three/four');
    tellText(ben, ada);
    frame();
    expect(screen(ada)).toBe('one n|Ben|ew two/three/four');
  });

  it('are drawn once a frame, however many are told', () => {
    const [ada, ...others] = [1, 2, 3, 4, 5].map((client) => person(client, `P${client}`));
    if (!ada) throw new Error('nobody came');
    for (const other of others) pointTo(other, 2);
    const drawn = vi.fn();
    ada.editor.on('transaction', drawn);
    for (const other of others) tellCaret(other, ada);
    expect(drawn).not.toHaveBeenCalled();
    frame();
    expect(drawn).toHaveBeenCalledOnce();
    expect(ada.editor.view.dom.querySelectorAll('.plenary-caret')).toHaveLength(4);
  });

  it('stay in the page while one writes, starts a line or deletes, and while others do', () => {
    const [ada, ben] = [person(1, 'Ada'), person(2, 'Ben')];
    pointTo(ben, 12);
    tellCaret(ben, ada);
    frame();
    const caret = ada.editor.view.dom.querySelector('.plenary-caret');
    expect(screen(ada)).toBe('one two/th|Ben|ree/four');
    ada.editor.commands.insertContentAt(1, 'X');
    expect(screen(ada)).toBe('Xone two/th|Ben|ree/four');
    ada.editor.chain().setTextSelection(5).splitBlock().run();
    expect(screen(ada)).toBe('Xone/ two/th|Ben|ree/four');
    ada.editor.commands.deleteRange({ from: 1, to: 2 });
    expect(screen(ada)).toBe('one/ two/th|Ben|ree/four');
    const carla = person(3, 'Carla');
    carla.editor.commands.insertContentAt(17, 'Y');
    carla.editor.commands.insertContentAt(1, 'Z');
    tellText(carla, ada);
    expect(screen(ada)).toBe('Zone/ two/th|Ben|ree/Yfour');
    expect(ada.editor.view.dom.querySelector('.plenary-caret')).toBe(caret);
  });

  it('stay where they are when somebody writes at the same place', () => {
    const [ada, ben] = [person(1, 'Ada'), person(2, 'Ben')];
    pointTo(ben, 4);
    tellCaret(ben, ada);
    frame();
    ada.editor.commands.insertContentAt(4, '!');
    expect(screen(ada)).toBe('one|Ben|! two/three/four');
    frame();
    expect(screen(ada)).toBe('one|Ben|! two/three/four');
  });

  it('go with a selection, and with the person', () => {
    const [ada, ben] = [person(1, 'Ada'), person(2, 'Ben')];
    pointTo(ben, 1, 4);
    tellCaret(ben, ada);
    frame();
    expect(ada.editor.view.dom.querySelector('.plenary-selection')?.textContent).toBe('one');
    ben.awareness.setLocalState(null);
    tellCaret(ben, ada);
    frame();
    expect(screen(ada)).toBe('one two/three/four');
    expect(ada.editor.view.dom.querySelector('.plenary-selection')).toBeNull();
  });

  it('are told once a burst, and not when only others’ writing moved them', () => {
    const [ada, ben] = [person(1, 'Ada'), person(2, 'Ben')];
    pointTo(ben, 4);
    const told = vi.fn();
    ben.awareness.on('update', told);
    ben.editor.commands.setTextSelection(5);
    ben.editor.commands.setTextSelection(6);
    expect(told).not.toHaveBeenCalled();
    vi.advanceTimersByTime(40);
    expect(told).toHaveBeenCalledOnce();
    ada.editor.commands.insertContentAt(1, 'before ');
    tellText(ada, ben);
    vi.advanceTimersByTime(100);
    expect(told).toHaveBeenCalledOnce();
  });

  it('are taken back where the text has not the focus', () => {
    const ben = person(2, 'Ben');
    pointTo(ben, 4);
    expect(ben.awareness.getLocalState()?.['cursor']).not.toBeNull();
    vi.spyOn(ben.editor.view, 'hasFocus').mockReturnValue(false);
    ben.editor.view.dom.dispatchEvent(new FocusEvent('focusout'));
    vi.advanceTimersByTime(40);
    expect(ben.awareness.getLocalState()?.['cursor']).toBeNull();
  });

  it('pass over what says nothing', () => {
    const ada = person(1, 'Ada');
    const other = new Awareness(new Y.Doc());
    for (const cursor of [
      1,
      'x',
      {},
      { anchor: null, head: null },
      { anchor: {}, head: { item: { client: 9, clock: 9 } } },
    ]) {
      other.setLocalState({ user: 'nobody', cursor });
      applyAwarenessUpdate(ada.awareness, encodeAwarenessUpdate(other, [other.clientID]), 'room');
      frame();
      expect(ada.editor.view.dom.textContent).toBe('one twothreefour');
    }
    other.destroy();
  });
});
