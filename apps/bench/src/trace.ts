import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

const FILE = fileURLToPath(
  new URL('../../../../shared/data/traces/automerge-paper.json.gz', import.meta.url),
);
/** How many keys one author presses before the next has a turn. */
const TURN = 500;

/** Why there is no real typing to be had; undefined when there is. */
export function traceUnavailable(): string | undefined {
  return existsSync(FILE)
    ? undefined
    : 'shared/data/traces/automerge-paper.json.gz is not beside the checkout';
}

/** Yjs draws client ids from 32 bits. Smaller ones fit where V8 keeps small integers, and flatter every server. */
const FIRST_CLIENT = 3_000_000_000;

/** A document as it was really typed. */
export interface WrittenDocument {
  readonly keystrokes: number;
  /** The updates that make it, each with its length before it. */
  readonly updates: Uint8Array;
  /** Bytes of its state. */
  readonly stateBytes: number;
}

/** Types the trace's first keystrokes again, by so many authors in turn, with so many keys in an update. */
export function writeTrace(keystrokes: number, authors: number, keysPerUpdate = TURN): WrittenDocument {
  const { txns } = readTrace();
  const taken = txns.slice(0, keystrokes);
  const doc = new Y.Doc();
  const encoder = encoding.createEncoder();
  doc.on('update', (update: Uint8Array) => encoding.writeVarUint8Array(encoder, update));
  const text = openParagraph(doc);
  for (let from = 0; from < taken.length; from += keysPerUpdate) {
    doc.clientID = FIRST_CLIENT + (Math.floor(from / TURN) % authors);
    doc.transact(() => {
      for (const { patches } of taken.slice(from, from + keysPerUpdate)) {
        for (const [position, deleted, inserted] of patches) {
          if (deleted > 0) text.delete(position, deleted);
          if (inserted !== '') text.insert(position, inserted);
        }
      }
    });
  }
  const stateBytes = Y.encodeStateAsUpdate(doc).length;
  doc.destroy();
  return { keystrokes: taken.length, updates: encoding.toUint8Array(encoder), stateBytes };
}

function openParagraph(doc: Y.Doc): Y.XmlText {
  doc.clientID = FIRST_CLIENT;
  const text = new Y.XmlText();
  const paragraph = new Y.XmlElement('paragraph');
  doc.transact(() => {
    paragraph.insert(0, [text]);
    doc.getXmlFragment('default').insert(0, [paragraph]);
  });
  return text;
}

interface Trace {
  readonly txns: readonly { readonly patches: readonly (readonly [number, number, string])[] }[];
}

/** Positions are code points; this trace has none outside the basic plane, so they are Yjs positions as well. */
function readTrace(): Trace {
  // The published format: josephg/editing-traces.
  return JSON.parse(gunzipSync(readFileSync(FILE)).toString('utf8')) as Trace;
}
