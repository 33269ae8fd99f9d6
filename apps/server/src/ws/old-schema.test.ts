import { blocks } from '@plenary/blocks';
import { documentExtensions, SCHEMA_VERSION } from '@plenary/document';
import { CLOSE } from '@plenary/protocol';
import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { builtinEnvironments } from 'vitest/runtime';
import * as Y from 'yjs';
import { startTestServer, type TestServer } from '../../fixtures/server.ts';
import { openWriter, sync, type Writer } from '../../fixtures/writer.ts';

let server: TestServer;
let cookie: string;
let page: Awaited<ReturnType<typeof builtinEnvironments.jsdom.setup>>;

beforeAll(async () => {
  server = await startTestServer();
  cookie = await server.enter('participant', server.summit.first);
  // The editor wants a page; the server, which runs here too, keeps the addresses of Node.
  const { URL, URLSearchParams } = globalThis;
  page = await builtinEnvironments.jsdom.setup(globalThis, {});
  Object.assign(globalThis, { URL, URLSearchParams });
});
afterAll(async () => {
  await page.teardown(globalThis);
  await server.stop();
});

/** Something of a later version, in a document as a program of that version would leave it. */
const LATER: Readonly<Record<string, (body: Y.XmlFragment) => void>> = {
  node: (body) => body.push([element('futureBlock', text('of a later version'))]),
  mark: (body) => body.push([element('paragraph', text('all of this line', { futureMark: { id: '1' } }))]),
  attribute(body) {
    const paragraph = element('paragraph', text('spoken'));
    paragraph.setAttribute('futureAttribute', 'kept');
    body.push([paragraph]);
  },
};

function element(name: string, content: Y.XmlText): Y.XmlElement {
  const made = new Y.XmlElement(name);
  made.insert(0, [content]);
  return made;
}
function text(words: string, marks: Record<string, object> = {}): Y.XmlText {
  const made = new Y.XmlText();
  made.insert(0, words, marks);
  return made;
}

function connect(query?: string): Writer {
  const writer = openWriter({
    port: server.port,
    group: server.summit.first,
    headers: { cookie },
    ...(query !== undefined && { plenary: true, query }),
  });
  onTestFinished(() => writer.close());
  return writer;
}
const asOld = () => connect(`?schema=${SCHEMA_VERSION - 1}`);

/** The document on the server's disk, byte for byte, with the number of its updates. */
async function stored() {
  const { state, head } = await server.composition.context.rooms.read(server.summit.first);
  return { bytes: Buffer.from(state).toString('hex'), seq: head.seq };
}

/** A real editor that knows nothing of the later version. */
function bind(document: Y.Doc, editable: boolean): Editor {
  const extensions = [...documentExtensions(blocks), Collaboration.configure({ document })];
  const editor = new Editor({ extensions, editable });
  onTestFinished(() => editor.destroy());
  // What somebody would write, or the editor would mend by itself.
  editor.view.dispatch(editor.state.tr.insertText('!', 1));
  return editor;
}

describe('an editor of an older schema, against a real server', () => {
  const cases = Object.keys(LATER).flatMap((later) =>
    ['early', 'late'].flatMap((when) => [true, false].map((editable) => ({ later, when, editable }))),
  );

  test.each(cases)(
    'changes not a byte: $later, $when, editable $editable',
    async ({ later, when, editable }) => {
      const newer = connect();
      await newer.synced;
      newer.doc.transact(() => LATER[later]?.(newer.doc.getXmlFragment('default')));
      await newer.received();
      const before = await stored();

      const old = asOld();
      // The copy of an earlier visit, which nobody vouched for.
      const copy = Y.encodeStateAsUpdate(newer.doc);
      if (when === 'early') {
        Y.applyUpdate(old.doc, copy, old.socket);
        bind(old.doc, editable);
      }
      expect(await old.closed).toBe(CLOSE.schemaTooOld);
      expect(old.notices).toEqual([{ type: 'schema', wanted: SCHEMA_VERSION }]);
      if (when === 'late') {
        expect(old.text()).toBe('');
        Y.applyUpdate(old.doc, copy, old.socket);
        bind(old.doc, editable);
      }
      // It comes back with what its editor did.
      const again = asOld();
      again.socket.on('open', () => again.socket.send(sync(2, Y.encodeStateAsUpdate(old.doc))));
      expect(await again.closed).toBe(CLOSE.schemaTooOld);
      expect(await stored()).toEqual(before);
    },
  );

  // The danger is real: without the number, the same editor takes the words of others away.
  test.each(['node', 'mark'])('would take away a $0 of a later version if it were let in', (later) => {
    const doc = new Y.Doc();
    LATER[later]?.(doc.getXmlFragment('default'));
    let updates = 0;
    doc.on('update', () => (updates += 1));
    bind(doc, false);
    expect(updates).toBeGreaterThan(0);
    expect(doc.getXmlFragment('default').toString()).not.toMatch(/later version|this line/);
  });
});
