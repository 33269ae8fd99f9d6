/** A stock client of the next generation, started by `yjs14-client.ts`: orders and news over IPC. */
import { WebsocketProvider } from '@y/websocket';
import * as Y from '@y/y';
import { WebSocket } from 'ws';
import type { Yjs14News, Yjs14Order } from './yjs14-client.ts';
import { wordsIn14 } from './yjs14-words.ts';

const [url = '', group = '', token = ''] = process.argv.slice(2);
const doc = new Y.Doc();
const fragment = doc.getXmlFragment('default');
let connections = 0;
let keepAlives = 0;

class AuthorisedSocket extends WebSocket {
  constructor(address: string | URL, protocols?: string | string[]) {
    super(address, protocols, { headers: { authorization: `Bearer ${token}` } });
    this.addEventListener('open', () => {
      connections += 1;
      tell();
    });
    this.addEventListener('message', ({ data }) => {
      // Presence of nobody: the frame of three bytes that is sent so that nobody takes silence for an end.
      if (data instanceof ArrayBuffer && Buffer.from(data).equals(KEEP_ALIVE)) keepAlives += 1;
      tell();
    });
  }
}

type Polyfill = NonNullable<
  NonNullable<ConstructorParameters<typeof WebsocketProvider>[3]>['WebSocketPolyfill']
>;

const KEEP_ALIVE = Buffer.from([1, 1, 0]);

const provider = new WebsocketProvider(url, group, doc, {
  disableBc: true,
  // `ws` is the browser's WebSocket as far as the provider uses it.
  WebSocketPolyfill: AuthorisedSocket as unknown as Polyfill,
});
// As a projector: who says nothing of itself hears nothing of itself either, and would take that for silence.
provider.awareness.setLocalState(null);
provider.on('sync', tell);
doc.on('update', tell);

process.on('message', (order: Yjs14Order) => {
  switch (order.kind) {
    case 'type': {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText(order.text)]);
      fragment.insert(Math.min(order.at, fragment.length), [paragraph]);
      break;
    }
    case 'delete':
      fragment.delete(order.at, 1);
      break;
    default:
      order satisfies never;
  }
  tell();
});
// The driver is gone: nobody reads what would be written.
process.once('disconnect', () => process.exit(0));

function tell(): void {
  const news: Yjs14News = { words: wordsIn14(fragment), synced: provider.synced, connections, keepAlives };
  process.send?.(news);
}
