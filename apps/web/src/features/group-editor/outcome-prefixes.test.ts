// @vitest-environment jsdom
import { blocks } from '@plenary/blocks';
import { blockViews } from '@plenary/blocks/react';
import { type DocNode, documentExtensions, seedUpdate } from '@plenary/document';
import { doc, p } from '@plenary/testing';
import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { outcomeIds } from './outcome-ids.ts';
import { NEWS, outcomeNews } from './outcome-news.ts';
import { outcomePrefixes } from './outcome-prefixes.ts';
import { KINDS } from './outcome-shortcuts.ts';

let ydoc: Y.Doc;
let editor: Editor;
afterEach(() => editor.destroy());

function open(...content: readonly DocNode[]): void {
  ydoc = new Y.Doc();
  Y.applyUpdate(ydoc, seedUpdate(doc(...content), blocks));
  editor = new Editor({
    element: document.createElement('div'),
    extensions: [
      ...documentExtensions(blocks),
      Collaboration.configure({ document: ydoc }),
      outcomeIds,
      outcomePrefixes,
      outcomeNews,
    ],
  });
  editor.commands.setTextSelection(1);
}

/** As a browser does it: each letter is offered to the input rules before it is put in. */
function type(text: string): void {
  for (const letter of text) {
    const { view } = editor;
    const { from, to } = view.state.selection;
    const insert = () => view.state.tr.insertText(letter, from, to);
    if (view.someProp('handleTextInput', (handle) => handle(view, from, to, letter, insert)) !== true) {
      view.dispatch(insert());
    }
  }
}
const shown = () =>
  editor
    .getJSON()
    .content.map(({ type: name }, index) => `${name}:${editor.state.doc.child(index).textContent}`);
/** As the browser tells it; what nobody takes the browser would do itself. */
function press(key: string, modifiers: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', { key, ...modifiers });
  return editor.view.someProp('handleKeyDown', (handle) => handle(editor.view, event)) === true;
}
/** Somebody else changes the same document. */
function elsewhere(change: (fragment: Y.XmlFragment) => void): void {
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(ydoc));
  change(other.getXmlFragment('default'));
  Y.applyUpdate(ydoc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(ydoc)));
}

describe('a prefix and a blank at the start of an empty paragraph', () => {
  it.each(KINDS.flatMap((kind) => blockViews[kind].prefixes.map((prefix) => [prefix, kind] as const)))(
    '%s begins a %s',
    (prefix, kind) => {
      open(p(), p('after'));
      type(`${prefix} words`);
      expect(shown()).toEqual([`${kind}:words`, 'paragraph:after']);
      expect(editor.state.doc.child(0).attrs['id']).toMatch(/^[0-9a-z]{16}$/);
    },
  );

  it('means one kind only', () => {
    const all = KINDS.flatMap((kind) => [...blockViews[kind].prefixes]);
    expect(new Set(all).size).toBe(all.length);
    // What Markdown has taken: headings, lists, quotes, code, rules.
    expect(all.filter((prefix) => /^(?:#{1,6}|[-*+]|>|\d+\.|`+|---|\[.?\])$/.test(prefix))).toEqual([]);
  });

  it.each([
    ['Backspace', {}],
    ['z', { ctrlKey: true }],
  ])('is given back by %s right after, and stays', (key, modifiers) => {
    open(p());
    type('! ');
    expect(shown()).toEqual(['recommendation:']);
    expect(press(key, modifiers)).toBe(true);
    expect(shown()).toEqual(['paragraph:! ']);
    type('ou pas');
    expect(shown()).toEqual(['paragraph:! ou pas']);
  });

  it('is given back too when others have written meanwhile', () => {
    open(p(), p('after'));
    type('? ');
    elsewhere((fragment) => fragment.insert(0, [new Y.XmlElement('paragraph')]));
    expect(shown()).toEqual(['paragraph:', 'question:', 'paragraph:after']);
    press('Backspace');
    expect(shown()).toEqual(['paragraph:', 'paragraph:? ', 'paragraph:after']);
  });

  it('is not given back once something else was done: then Backspace turns the outcome back into text', () => {
    open(p());
    type('! x');
    expect(press('Backspace')).toBe(false);
    editor.commands.setTextSelection(2);
    press('Backspace');
    expect(shown()).toEqual(['paragraph:x']);
  });

  it('is a sign like any other in the middle, in a heading, a list and an outcome', () => {
    open(p('x'));
    type('! ');
    expect(shown()).toEqual(['paragraph:! x']);
    editor.destroy();
    open({ type: 'heading', attrs: { level: 2 } });
    type('! ');
    expect(shown()).toEqual(['heading:! ']);
    editor.destroy();
    open({ type: 'insight', attrs: { id: 'a' }, content: [p()] });
    editor.commands.setTextSelection(2);
    type('! ');
    expect(shown()).toEqual(['insight:! ']);
  });
});

describe('news of outcomes', () => {
  const news = () => NEWS.getState(editor.state);

  it('tell what one has done oneself, each time anew', () => {
    open(p());
    type('! ');
    expect(news()).toEqual({ change: 'added', kind: 'recommendation', number: 1 });
    press('Backspace');
    expect(news()).toEqual({ change: 'removed', kind: 'recommendation', number: 2 });
  });

  it('do not tell what others do', () => {
    open(p());
    elsewhere((fragment) => {
      const element = new Y.XmlElement('insight');
      element.setAttribute('id', '0123456789abcdef');
      element.insert(0, [new Y.XmlElement('paragraph')]);
      fragment.insert(0, [element]);
    });
    expect(shown()[0]).toBe('insight:');
    expect(news()).toBeNull();
  });
});
