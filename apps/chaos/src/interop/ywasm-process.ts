/** Replays updates with yrs compiled to WebAssembly: `node ywasm-process.ts`, updates as base64 lines on stdin. */
import { text } from 'node:stream/consumers';
import { applyUpdate, encodeStateAsUpdate, YDoc } from 'ywasm';

const lines = (await text(process.stdin)).split('\n').filter((line) => line !== '');
const doc = new YDoc({});
doc.getXmlFragment('default');
for (const line of lines) applyUpdate(doc, new Uint8Array(Buffer.from(line, 'base64')), undefined);
process.stdout.write(Buffer.from(encodeStateAsUpdate(doc, undefined)).toString('base64'));
