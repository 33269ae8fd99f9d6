import { blocks } from '@plenary/blocks';
import { type DocNode, documentExtensions } from '@plenary/document';
import { doc, outcome, p } from '@plenary/testing';
import { Editor, type JSONContent } from '@tiptap/core';
import { describe, expect, it, vi } from 'vitest';
import { en } from '../../i18n/messages/writing/en.ts';
import { fr } from '../../i18n/messages/writing/fr.ts';
import { KINDS } from './outcome-shortcuts.ts';
import { fitting, type ItemWords, slashItems } from './slash-items.ts';
import { listNow } from './slash-list.ts';
import { slashMatch } from './slash-match.ts';

// A device with a mouse; Node has no screen to ask about.
const screen = vi.fn(() => ({ matches: false }));
vi.stubGlobal('matchMedia', screen);

/** An editor with the caret at the end of its first paragraph. */
function editorWith(...content: readonly DocNode[]): Editor {
  const editor = new Editor({
    element: null,
    extensions: documentExtensions(blocks),
    // Tiptap asks for a mutable tree and does not change it.
    content: doc(...content) as JSONContent,
  });
  let end = 0;
  editor.state.doc.descendants((node, position) => {
    if (end === 0 && node.isTextblock) end = position + 1 + node.content.size;
  });
  editor.commands.setTextSelection(end);
  return editor;
}
const queryIn = (text: string) => slashMatch(editorWith(p(text)).state)?.query;

describe('a slash', () => {
  it.each([
    ['/', ''],
    ['/dec', 'dec'],
    ['see /bonne pra', 'bonne pra'],
    ['/déc', 'déc'],
  ])('in %j asks for %j', (text, query) => {
    expect(queryIn(text)).toBe(query);
  });

  it.each([
    'and/or',
    '12/10',
    'http://x',
    '/ and more',
    '/a  b',
    '/etc/passwd',
    `/${'x'.repeat(30)}`,
    'none',
  ])('in %j asks for nothing', (text) => {
    expect(queryIn(text)).toBeUndefined();
  });

  it('in a heading or in code is a slash', () => {
    const inside = (type: string) =>
      slashMatch(editorWith({ type, content: [{ type: 'text', text: '/' }] }).state);
    expect([inside('heading'), inside('codeBlock')]).toEqual([undefined, undefined]);
  });
});

describe('the choices', () => {
  const words: ItemWords = {
    lang: 'fr',
    tool: (id) => fr.tool[id],
    text: fr.slash.text,
    namesOf: (id) => (id === 'text' ? [fr.slash.text, en.slash.text] : [fr.tool[id], en.tool[id]]),
  };
  const items = slashItems(words);
  const found = (query: string, ...content: readonly DocNode[]) =>
    fitting(items, query, editorWith(...(content.length > 0 ? content : [p('/')]))).map(({ id }) => id);

  it('begin with every kind of outcome, each with its sign', () => {
    expect(found('').slice(0, KINDS.length)).toEqual(KINDS);
    expect(items.slice(0, KINDS.length).every(({ prefix }) => (prefix ?? '') !== '')).toBe(true);
  });

  it.each([
    ['déci', 'decision'],
    ['DECI', 'decision'],
    ['bonne', 'goodPractice'],
    ['pratique', 'goodPractice'],
    ['good pr', 'goodPractice'],
    ['insi', 'insight'],
    ['citation', 'quote'],
    ['tableau', 'table'],
    ['bull', 'bulletList'],
  ])('%s is found in French and in English', (query, id) => {
    expect(found(query)).toContain(id);
  });

  it('offer the way back inside of an outcome only, and no headings there', () => {
    expect(found('')).not.toContain('text');
    const inside = found('', outcome('insight', { id: 'a' }, p('/')));
    expect(inside).toContain('text');
    expect(inside).not.toContain('heading2');
  });

  it('offer the camera where there is a finger, which is where there is one', () => {
    expect(found('')).toContain('picture');
    expect(found('')).not.toContain('camera');
    screen.mockReturnValueOnce({ matches: true });
    expect(slashItems(words).map(({ id }) => id)).toContain('camera');
  });

  it('are none for what is nothing', () => {
    expect(found('xyzzy')).toEqual([]);
  });
});

describe('the list that a key is for', () => {
  const all = slashItems({
    lang: 'en',
    tool: (id) => en.tool[id],
    text: en.slash.text,
    namesOf: (id) => [id === 'text' ? en.slash.text : en.tool[id]],
  });
  const listOf = (query: string, active = 0) => ({
    query,
    items: fitting(all, query, editorWith(p('/'))),
    active,
  });

  it('is the one on the screen, with its active choice, where it fits the text', () => {
    const drawn = listOf('', 3);
    expect(listNow(editorWith(p('/')), all, drawn)).toBe(drawn);
  });

  it('is the one for the letters that were typed since', () => {
    const now = listNow(editorWith(p('/tabl')), all, listOf('', 3));
    expect(now?.items.map(({ id }) => id)).toEqual(['table']);
    expect(now).toMatchObject({ query: 'tabl', active: 0 });
  });

  it('is none where the slash is gone', () => {
    expect(listNow(editorWith(p('Ville')), all, listOf('tabl'))).toBeUndefined();
  });
});
