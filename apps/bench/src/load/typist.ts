import * as encoding from 'lib0/encoding';
import { MESSAGE_AWARENESS, MESSAGE_SYNC, SYNC_UPDATE } from '@plenary/protocol';
import * as Y from 'yjs';

/** In an item's info byte: it is a string and names the item it stands behind. */
const STRING_AFTER_ORIGIN = 0x84;
const LETTERS = 'plenary writes together ';

/**
 * Somebody who writes letter after letter into a paragraph of their own, under a Yjs client id of their own. The
 * paragraph is made by Yjs; each letter after it is encoded by hand, in the same bytes Yjs would have made, because
 * a generator that ran a `Y.Doc` per person would measure itself.
 */
export class Typist {
  readonly client: number;
  /** Clock of the first letter that `key` makes; below it is the paragraph. */
  readonly firstKey: number;
  /** Clock of the next letter. */
  clock: number;
  #cursorClock = 0;

  constructor(client: number) {
    this.client = client;
    this.firstKey = FIRST_KEY;
    this.clock = FIRST_KEY;
  }

  /** The update that makes the paragraph, with a letter in it to write behind. */
  opening(): Uint8Array {
    const doc = new Y.Doc();
    doc.clientID = this.client;
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText('¶')]);
    doc.getXmlFragment('default').insert(0, [paragraph]);
    const update = Y.encodeStateAsUpdate(doc);
    doc.destroy();
    return update;
  }

  /** The update that adds the next letter. */
  key(): Uint8Array {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, this.client);
    encoding.writeVarUint(encoder, this.clock);
    encoding.writeUint8(encoder, STRING_AFTER_ORIGIN);
    encoding.writeVarUint(encoder, this.client);
    encoding.writeVarUint(encoder, this.clock - 1);
    encoding.writeVarString(encoder, LETTERS[this.clock % LETTERS.length] ?? ' ');
    encoding.writeVarUint(encoder, 0);
    this.clock += 1;
    return encoding.toUint8Array(encoder);
  }

  /** The presence message for a caret behind the newest letter, as large as an editor's. */
  cursor(): Uint8Array {
    const at = {
      type: { client: this.client, clock: 1 },
      tname: null,
      item: { client: this.client, clock: this.clock - 1 },
      assoc: 0,
    };
    const state = {
      user: { name: `Writer ${this.client}`, color: '#30bced' },
      cursor: { anchor: at, head: at },
    };
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, this.client);
    this.#cursorClock += 1;
    encoding.writeVarUint(encoder, this.#cursorClock);
    encoding.writeVarString(encoder, JSON.stringify(state));
    return encoding.toUint8Array(encoder);
  }
}

/** Clock of the first key: paragraph, text and its first letter have the clocks 0 to 2. */
export const FIRST_KEY = 3;

/** A sync message with an update. */
export function updateFrame(update: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE_SYNC);
  encoding.writeVarUint(encoder, SYNC_UPDATE);
  encoding.writeVarUint8Array(encoder, update);
  return encoding.toUint8Array(encoder);
}

/** A presence message. */
export function cursorFrame(payload: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE_AWARENESS);
  encoding.writeVarUint8Array(encoder, payload);
  return encoding.toUint8Array(encoder);
}
