/** Replays updates with Yjs 14: `node yjs14-replay-process.ts`, see `other-replays.ts`. */
import { text } from 'node:stream/consumers';
import * as Y from '@y/y';
import { wordsIn14 } from './yjs14-words.ts';

const lines = (await text(process.stdin)).split('\n').filter((line) => line !== '');
const doc = new Y.Doc();
const fragment = doc.getXmlFragment('default');
for (const line of lines) Y.applyUpdate(doc, new Uint8Array(Buffer.from(line, 'base64')));
const state = Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64');
process.stdout.write(JSON.stringify({ words: wordsIn14(fragment), state }));
