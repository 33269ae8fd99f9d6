import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { sampleBlocks } from '../fixtures/sample-block.ts';
import { schemaOne } from '../fixtures/schema-one.ts';
import { type DocNode, textOf } from './doc-node.ts';
import { documentSchema } from './prose-nodes.ts';
import { FRAGMENT, SCHEMA_VERSION } from './schema-version.ts';
import { readDocument, seedUpdate } from './ydoc.ts';

const paragraph = (...content: DocNode[]): DocNode => ({ type: 'paragraph', content });
const text = (words: string, marks: DocNode['marks'] = []): DocNode => ({ type: 'text', text: words, marks });

/** What an editor of the old version would do to the document of a group: bind, and change one letter. */
function afterOldTab(content: DocNode): { read: DocNode; updates: number } {
  const ydoc = new Y.Doc();
  Y.applyUpdate(ydoc, seedUpdate(content, sampleBlocks));
  let updates = 0;
  ydoc.on('update', () => {
    updates += 1;
  });
  const fragment = ydoc.getXmlFragment(FRAGMENT);
  const { doc, meta } = initProseMirrorDoc(fragment, schemaOne);
  // Binding alone counts what opening a document does; then somebody types.
  const whenOpened = updates;
  const first = doc.child(0);
  const typed = doc.copy(
    doc.content.replaceChild(0, first.copy(first.content.addToEnd(schemaOne.text('!')))),
  );
  updateYFragment(ydoc, fragment, typed, meta);
  return { read: readDocument(ydoc), updates: whenOpened };
}

// Each of these is why a tab with another version is refused before its first synchronisation.
describe('an editor of version 1 that opened a document of this version', () => {
  test('is refused, because this is another version', () => {
    expect(SCHEMA_VERSION).toBe(2);
  });

  test.each<[string, DocNode]>([
    [
      'a task list',
      { type: 'taskList', content: [{ type: 'taskItem', content: [paragraph(text('lost'))] }] },
    ],
    ['a figure', { type: 'figure', content: [text('lost')] }],
    ['a note', paragraph({ type: 'footnote', content: [text('lost')] })],
  ])('would delete %s by opening it', (_what, node) => {
    const { read, updates } = afterOldTab({ type: 'doc', content: [paragraph(text('kept')), node] });
    expect(updates).toBeGreaterThan(0);
    expect(textOf(read)).not.toContain('lost');
  });

  test.each([
    { type: 'comment', attrs: { thread: 't' } },
    { type: 'insertion', attrs: { id: 's', by: 'w' } },
    { type: 'language', attrs: { lang: 'de' } },
    { type: 'subscript' },
  ])('would delete every word that stands beside the mark $type', (mark) => {
    const line = paragraph(text('all of '), text('this', [mark]), text(' line'));
    const { read, updates } = afterOldTab({ type: 'doc', content: [paragraph(text('kept')), line] });
    expect(updates).toBeGreaterThan(0);
    expect(textOf(read)).not.toMatch(/all of|this|line/);
  });

  test('would take the language from a paragraph by typing in it', () => {
    const spoken: DocNode = { type: 'paragraph', attrs: { lang: 'de' }, content: [text('Wort')] };
    const { read, updates } = afterOldTab({ type: 'doc', content: [spoken] });
    expect(updates).toBe(0);
    expect(read.content).toEqual([paragraph({ type: 'text', text: 'Wort!' })]);
  });
});

test('an editor of this version opens all of it and changes nothing', () => {
  const ydoc = new Y.Doc();
  const content: DocNode = {
    type: 'doc',
    content: [
      paragraph(text('a', [{ type: 'comment', attrs: { thread: 't' } }]), {
        type: 'footnote',
        content: [text('b')],
      }),
      { type: 'figure', attrs: { alt: 'c' } },
    ],
  };
  Y.applyUpdate(ydoc, seedUpdate(content, sampleBlocks));
  const before = Y.encodeStateAsUpdate(ydoc);
  initProseMirrorDoc(ydoc.getXmlFragment(FRAGMENT), documentSchema(sampleBlocks));
  expect(Y.encodeStateAsUpdate(ydoc)).toEqual(before);
});
