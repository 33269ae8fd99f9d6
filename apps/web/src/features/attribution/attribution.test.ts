// @vitest-environment jsdom
import { blocks } from '@plenary/blocks';
import { documentExtensions, seedUpdate } from '@plenary/document';
import { createRandom, doc, p } from '@plenary/testing';
import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { TextSelection } from '@tiptap/pm/state';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { attributionKey, attributionPlugin, nextPassage } from './attribution.ts';
import { writtenRuns } from './written-runs.ts';

const SEED = doc(
  p('before'),
  { type: 'recommendation', attrs: { id: '0123456789abcde' }, content: [p('agreed')] },
  { type: 'bulletList', content: [{ type: 'listItem', content: [p('one')] }] },
  p('after'),
);

const editors: Editor[] = [];
const later: (() => void)[] = [];
const pass = (): void => later.splice(0).forEach((deliver) => deliver());
afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy();
  vi.useRealTimers();
});

/** People who hear each other after each act. */
function people(...clients: readonly number[]): Editor[] {
  const seed = seedUpdate(SEED, blocks);
  const docs = clients.map((client) => {
    const ydoc = new Y.Doc();
    ydoc.clientID = client;
    Y.applyUpdate(ydoc, seed);
    return ydoc;
  });
  for (const ydoc of docs) {
    ydoc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'wire')
        for (const other of docs) if (other !== ydoc) Y.applyUpdate(other, update, 'wire');
    });
  }
  return docs.map((ydoc) => {
    const editor = new Editor({
      element: document.createElement('div'),
      extensions: [...documentExtensions(blocks), Collaboration.configure({ document: ydoc })],
    });
    editors.push(editor);
    return editor;
  });
}

function fragmentOf(editor: Editor): Y.XmlFragment {
  const found = editor.extensionManager.extensions.find(({ name }) => name === 'collaboration');
  const options = found?.options as { readonly document: Y.Doc }; // what `people` configured
  return options.document.getXmlFragment('default');
}

describe('the runs of a document', () => {
  it('stand where the editor has the text, each with the client id it came in under', () => {
    const [ada, zoe] = people(11, 22);
    if (!ada || !zoe) throw new Error('nobody came');
    ada.commands.insertContentAt(1, 'Ada ');
    pass();
    zoe.commands.insertContentAt(3, 'ZZ');
    pass();
    const { runs, size } = writtenRuns(fragmentOf(ada), ada.schema);
    expect(size).toBe(ada.state.doc.content.size);
    expect(
      runs.map(({ from, to, client }) => [ada.state.doc.textBetween(from, to), client] as const).slice(0, 3),
    ).toEqual([
      ['Ad', 11],
      ['ZZ', 22],
      ['a ', 11],
    ]);
  });

  it('cover every letter once, whatever three people did', () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const random = createRandom(seed);
      const room = people(11, 22, 33);
      for (let step = 0; step < 20; step += 1) {
        const editor = room[random.below(room.length)];
        if (!editor) continue;
        const at = random.below(editor.state.doc.content.size);
        const to = Math.min(editor.state.doc.content.size, at + random.below(6));
        const { doc: text } = editor.state;
        const place = TextSelection.between(text.resolve(at), text.resolve(to));
        editor.commands.setTextSelection({ from: place.from, to: place.to });
        const acts = [
          () => editor.commands.insertContent('né😀'),
          () => editor.commands.deleteSelection(),
          () => editor.commands.splitBlock(),
          () => editor.commands.toggleBold(),
          () => editor.commands.setHardBreak(),
        ];
        acts[random.below(acts.length)]?.();
        pass();
      }
      for (const editor of room) {
        const { runs, size } = writtenRuns(fragmentOf(editor), editor.schema);
        expect(size, `seed ${seed}`).toBe(editor.state.doc.content.size);
        const letters = new Set<number>();
        editor.state.doc.descendants((node, position) => {
          if (node.isText) for (let at = 0; at < node.nodeSize; at += 1) letters.add(position + at);
        });
        const covered = runs.flatMap(({ from, to }) =>
          Array.from({ length: to - from }, (_, at) => from + at),
        );
        expect(covered, `seed ${seed}`).toEqual([...letters]);
      }
      for (const editor of editors.splice(0)) editor.destroy();
    }
  }, 60_000);
});

describe('the marks', () => {
  it('show known writers only, move with the text, and tell who is in it after a pause', () => {
    vi.useFakeTimers();
    const [ada, zoe] = people(11, 22);
    if (!ada || !zoe) throw new Error('nobody came');
    zoe.commands.insertContentAt(1, 'Zoé ');
    pass();
    const templateClient = writtenRuns(fragmentOf(ada), ada.schema).runs.at(-1)?.client;
    const seen: ReadonlySet<number>[] = [];
    ada.registerPlugin(
      attributionPlugin({
        fragment: fragmentOf(ada),
        writerOf: (client) => (client === 22 ? { id: 'z', name: 'Zoé', colour: '#a33a12' } : undefined),
        onClients: (clients) => void seen.push(clients),
      }),
    );
    const marked = (): string[] =>
      [...ada.view.dom.querySelectorAll('.plenary-written')].map((element) => element.textContent);
    expect(marked()).toEqual(['Zoé ']);
    expect(ada.view.dom.querySelector('.plenary-written')?.getAttribute('title')).toBe('Zoé');
    ada.commands.insertContentAt(1, 'before: ');
    expect(marked()).toEqual(['Zoé ']);
    pass();
    zoe.commands.insertContentAt(zoe.state.doc.content.size - 1, '!');
    pass();
    expect(marked()).toEqual(['Zoé ', '!']);
    vi.advanceTimersByTime(300);
    expect(marked()).toEqual(['Zoé ', '!']);
    expect(seen.at(-1)).toEqual(new Set([11, 22, templateClient]));
    const first = nextPassage(ada.state, new Set([22]), 0);
    const second = nextPassage(ada.state, new Set([22]), first?.from ?? 0);
    expect(second?.from).toBeGreaterThan(first?.to ?? Infinity);
    expect(nextPassage(ada.state, new Set([22]), second?.from ?? 0)).toEqual(first);
    ada.unregisterPlugin(attributionKey);
    expect(marked()).toEqual([]);
  });
});
