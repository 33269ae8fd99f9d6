/** Peer: @y/websocket-server as its own start script sets it up, on the `ws` that Plenary uses. */
import { createServer } from 'node:http';
import { registerHooks } from 'node:module';
import { WebSocketServer } from 'ws';

// It imports LevelDB even where nothing is to be stored; that would have to be compiled.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'y-leveldb'
      ? { url: 'data:text/javascript,export class LeveldbPersistence {}', shortCircuit: true }
      : next(specifier, context),
});
const { setupWSConnection } = await import('@y/websocket-server/utils');

const server = createServer();
new WebSocketServer({ server }).on('connection', (socket, request) => setupWSConnection(socket, request));
server.listen(Number(process.env['PORT']), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
