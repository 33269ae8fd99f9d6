/** Replays updates with yrs compiled to WebAssembly: `node ywasm-replay-process.ts`, see `other-replays.ts`. */
import { text } from 'node:stream/consumers';
import { applyUpdate, encodeStateAsUpdate, YDoc, YXmlText } from 'ywasm';

const lines = (await text(process.stdin)).split('\n').filter((line) => line !== '');
const doc = new YDoc({});
const fragment = doc.getXmlFragment('default');
for (const line of lines) applyUpdate(doc, new Uint8Array(Buffer.from(line, 'base64')), undefined);
const state = Buffer.from(encodeStateAsUpdate(doc, undefined)).toString('base64');
const words = fragment.treeWalker(undefined).flatMap((node: unknown) => {
  if (!(node instanceof YXmlText)) return [];
  // Typed as a list of anything by ywasm: strings, and what is embedded between them.
  const parts: readonly { readonly insert: unknown }[] = node.toDelta(
    undefined,
    undefined,
    undefined,
    undefined,
  );
  return [parts.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('')];
});
process.stdout.write(JSON.stringify({ words, state }));
