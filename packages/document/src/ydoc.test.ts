import { Node } from '@tiptap/pm/model';
import { prosemirrorJSONToYDoc } from '@tiptap/y-tiptap';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { arbitraryDocument } from '../fixtures/arbitrary-document.ts';
import { sampleBlocks } from '../fixtures/sample-block.ts';
import { canonicalJson, contentHash } from './canonical.ts';
import { type DocNode, textOf } from './doc-node.ts';
import { documentSchema } from './prose-nodes.ts';
import { FRAGMENT } from './schema-version.ts';
import { InvalidContent, appendBlocks, readDocument, readState, seedUpdate } from './ydoc.ts';

const paragraph = (text: string): DocNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const doc = (...content: DocNode[]): DocNode => ({ type: 'doc', content });

function open(update: Uint8Array): Y.Doc {
  const ydoc = new Y.Doc();
  Y.applyUpdate(ydoc, update);
  return ydoc;
}

describe('nodes and Y.Doc', () => {
  test('a seeded document reads back as it was', () => {
    fc.assert(
      fc.property(arbitraryDocument, (content) => {
        const read = readState(seedUpdate(content, sampleBlocks));
        expect(canonicalJson(read)).toBe(canonicalJson(content));
        expect(contentHash(read)).toBe(contentHash(content));
        Node.fromJSON(documentSchema(sampleBlocks), read).check();
      }),
    );
  }, 60_000);

  test('an editor that completes every default has the same fingerprint as the server', () => {
    fc.assert(
      fc.property(arbitraryDocument, (content) => {
        // ProseMirror nodes are what an editor holds; `toJSON` is typed as any.
        const completed = Node.fromJSON(documentSchema(sampleBlocks), content).toJSON() as DocNode;
        expect(contentHash(completed)).toBe(contentHash(content));
      }),
    );
  });

  test('reading changes nothing, not even what no schema knows', () => {
    const ydoc = open(seedUpdate(doc(paragraph('known')), sampleBlocks));
    const alien = new Y.XmlElement('hologram');
    const text = new Y.XmlText();
    text.insert(0, 'unknown', { shimmer: { speed: 3 } });
    alien.insert(0, [text]);
    ydoc.getXmlFragment(FRAGMENT).push([alien]);
    const before = Y.encodeStateAsUpdate(ydoc);
    let updates = 0;
    ydoc.on('update', () => {
      updates += 1;
    });

    const read = readDocument(ydoc);

    expect(updates).toBe(0);
    expect(Y.encodeStateAsUpdate(ydoc)).toEqual(before);
    expect(read.content?.[1]).toEqual({
      type: 'hologram',
      content: [{ type: 'text', text: 'unknown', marks: [{ type: 'shimmer', attrs: { speed: 3 } }] }],
    });
  });

  test('an empty Y.Doc reads as a document without blocks', () => {
    expect(readDocument(new Y.Doc())).toEqual({ type: 'doc', content: [] });
  });

  test('what a peer embeds in text shows nothing and harms nothing', () => {
    const ydoc = new Y.Doc();
    const element = new Y.XmlElement('paragraph');
    const text = new Y.XmlText();
    text.insert(0, 'a');
    text.insertEmbed(1, { image: 'x' });
    text.insert(2, 'b', { bold: true });
    element.insert(0, [text]);
    ydoc.getXmlFragment(FRAGMENT).insert(0, [element]);
    expect(readDocument(ydoc).content).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'a' },
          { type: 'text', text: 'b', marks: [{ type: 'bold' }] },
        ],
      },
    ]);
  });

  test('two seeds of one content are two different histories with one fingerprint', () => {
    const content = doc(paragraph('same'));
    const [a, b] = [seedUpdate(content, sampleBlocks), seedUpdate(content, sampleBlocks)];
    expect(a).not.toEqual(b);
    expect(contentHash(readState(a))).toBe(contentHash(readState(b)));
  });

  test('content outside the schema is refused with the reason', () => {
    const wrong = doc({ type: 'bulletList', content: [paragraph('not an item')] });
    expect(() => seedUpdate(wrong, sampleBlocks)).toThrow(InvalidContent);
    expect(() => seedUpdate(doc({ type: 'hologram' }), sampleBlocks)).toThrow(/hologram/);
  });
});

describe('appending', () => {
  test('adds blocks at the end exactly as a seed would write them', () => {
    fc.assert(
      fc.property(arbitraryDocument, arbitraryDocument, (first, second) => {
        const ydoc = open(seedUpdate(first, sampleBlocks));
        appendBlocks(ydoc, second.content ?? [], sampleBlocks);
        const both = doc(...(first.content ?? []), ...(second.content ?? []));
        expect(canonicalJson(readDocument(ydoc))).toBe(canonicalJson(both));
        const whole = prosemirrorJSONToYDoc(documentSchema(sampleBlocks), both, FRAGMENT);
        expect(ydoc.getXmlFragment(FRAGMENT).toJSON()).toBe(whole.getXmlFragment(FRAGMENT).toJSON());
      }),
    );
  }, 60_000);

  test('is one transaction that deletes nothing', () => {
    const ydoc = open(seedUpdate(doc(paragraph('there')), sampleBlocks));
    const updates: Uint8Array[] = [];
    ydoc.on('update', (update: Uint8Array) => {
      updates.push(update);
    });
    appendBlocks(ydoc, [paragraph('one'), paragraph('two')], sampleBlocks);
    expect(updates).toHaveLength(1);
    expect(Y.decodeUpdate(updates[0] ?? new Uint8Array()).ds.clients.size).toBe(0);
    expect(textOf(readDocument(ydoc))).toBe('there\none\ntwo');
  });

  test('of what the schema does not allow changes nothing', () => {
    const ydoc = open(seedUpdate(doc(paragraph('there')), sampleBlocks));
    const before = Y.encodeStateAsUpdate(ydoc);
    expect(() => appendBlocks(ydoc, [paragraph('fine'), { type: 'listItem' }], sampleBlocks)).toThrow(
      InvalidContent,
    );
    expect(Y.encodeStateAsUpdate(ydoc)).toEqual(before);
  });
});

describe('two people writing at once', () => {
  const edit = fc.record({
    peer: fc.constantFrom(0, 1),
    action: fc.constantFrom('insert', 'delete', 'bold', 'add', 'remove', 'attribute', 'sync'),
    at: fc.nat(1000),
    text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }),
  });

  test('end with one content and one fingerprint', () => {
    fc.assert(
      fc.property(arbitraryDocument, fc.array(edit, { maxLength: 30 }), (content, edits) => {
        const seed = seedUpdate(content, sampleBlocks);
        const peers = [open(seed), open(seed)] as const;
        for (const { peer, action, at, text } of edits) {
          if (action === 'sync') exchange(peers);
          else apply(peers[peer === 0 ? 0 : 1], action, at, text);
        }
        exchange(peers);
        expect(canonicalJson(readDocument(peers[0]))).toBe(canonicalJson(readDocument(peers[1])));
        expect(contentHash(readDocument(peers[0]))).toBe(contentHash(readDocument(peers[1])));
        expect(contentHash(readState(Y.encodeStateAsUpdate(peers[0])))).toBe(
          contentHash(readDocument(peers[0])),
        );
      }),
    );
  }, 60_000);

  function exchange([a, b]: readonly [Y.Doc, Y.Doc]): void {
    const [fromA, fromB] = [Y.encodeStateAsUpdate(a), Y.encodeStateAsUpdate(b)];
    Y.applyUpdate(a, fromB);
    Y.applyUpdate(b, fromA);
  }

  /** Where a whole character is. Editors never cut one in two; Yjs would leave U+FFFD, on one side only where nothing is sent. */
  function character(text: Y.XmlText, at: number): [from: number, length: number] {
    const characters = Array.from(readText(text));
    const index = at % (characters.length + 1);
    return [characters.slice(0, index).join('').length, characters[index]?.length ?? 0];
  }

  function readText(text: Y.XmlText): string {
    // Yjs types a delta as any; only strings are ever inserted here.
    return (text.toDelta() as { insert: string }[]).map(({ insert }) => insert).join('');
  }

  function apply(ydoc: Y.Doc, action: string, at: number, value: string): void {
    const fragment = ydoc.getXmlFragment(FRAGMENT);
    const all = [...fragment.createTreeWalker(() => true)];
    const texts = all.filter((item) => item instanceof Y.XmlText);
    const elements = all.filter((item) => item instanceof Y.XmlElement);
    const text = texts[at % Math.max(texts.length, 1)];
    const element = elements[at % Math.max(elements.length, 1)];
    if (text) {
      const [from, length] = character(text, at);
      if (action === 'insert') text.insert(from, value);
      if (action === 'delete' && length > 0) text.delete(from, length);
      if (action === 'bold' && length > 0) text.format(from, length, { bold: {} });
    }
    if (action === 'attribute') element?.setAttribute('who', value);
    if (action === 'remove' && fragment.length > 0) fragment.delete(at % fragment.length, 1);
    if (action === 'add') {
      const added = new Y.XmlElement('paragraph');
      added.insert(0, [new Y.XmlText(value)]);
      fragment.insert(at % (fragment.length + 1), [added]);
    }
  }
});
