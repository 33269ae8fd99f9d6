// @vitest-environment jsdom
import { Editor } from '@tiptap/core';
import { afterEach, describe, expect, test } from 'vitest';
import { sampleBlocks } from '../fixtures/sample-block.ts';
import { documentExtensions } from './prose-nodes.ts';

let editor: Editor;
const editing = (content: string) =>
  (editor = new Editor({ extensions: documentExtensions(sampleBlocks), content }));
afterEach(() => editor.destroy());

const pasted = (text: string): void => {
  // Without an event ProseMirror makes one that jsdom has not got. The types of this package know no DOM.
  const { Event } = globalThis as unknown as { readonly Event: new (type: string) => never };
  editor.view.pasteText(text, new Event('paste'));
};

describe('a link', () => {
  test.each([
    ['https://example.org/a?b=c', '<a href="https://example.org/a?b=c">x</a>'],
    ['mailto:ana@example.org', '<a href="mailto:ana@example.org">x</a>'],
    ['javascript:alert(1)', 'x'],
    ['/relative', 'x'],
  ])('to %s reads as it may', (href, html) => {
    expect(editing(`<p><a href="${href}">x</a></p>`).getHTML()).toContain(html.slice(0, -4));
    expect(editor.getHTML().includes('<a')).toBe(html.startsWith('<a'));
  });

  test('is not made of an address that may not stand in a document', () => {
    editing('<p>words</p>').commands.selectAll();
    expect(editor.commands.setLink({ href: 'javascript:alert(1)' })).toBe(false);
    expect(editor.commands.setLink({ href: 'https://example.org' })).toBe(true);
    expect(editor.getHTML()).toContain('<a href="https://example.org">words</a>');
  });

  test('is made of an address that is pasted, without the end of the sentence', () => {
    editing('<p></p>');
    pasted('See https://example.org/a, then (http://example.com).');
    expect(editor.getHTML()).toContain('<a href="https://example.org/a">https://example.org/a</a>, then');
    expect(editor.getHTML()).toContain('(<a href="http://example.com">http://example.com</a>).');
  });

  test.each(['https://example.org/page', 'example.org/page'])(
    'is made of the words that %s is pasted over',
    (address) => {
      editing('<p>the words</p>').commands.setTextSelection({ from: 5, to: 10 });
      pasted(address);
      expect(editor.getHTML()).toContain('the <a href="https://example.org/page">words</a>');
    },
  );

  test('is not what ordinary words become', () => {
    editing('<p>the words</p>').commands.setTextSelection({ from: 5, to: 10 });
    pasted('end.Start and more');
    expect(editor.getText()).toBe('the end.Start and more');
  });
});
