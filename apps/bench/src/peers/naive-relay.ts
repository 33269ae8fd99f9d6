/** Peer: the least a program can do with `ws`. Each frame goes to each other socket of the room, one by one. */
import { type WebSocket, WebSocketServer } from 'ws';

const rooms = new Map<string, Set<WebSocket>>();

new WebSocketServer({ port: Number(process.env['PORT']), host: '127.0.0.1' }).on(
  'connection',
  (socket, { url = '/' }) => {
    const room = rooms.get(url) ?? new Set();
    rooms.set(url, room.add(socket));
    socket.on('message', (frame: Buffer) => {
      for (const other of room) if (other !== socket) other.send(frame, { binary: true });
    });
    socket.on('close', () => room.delete(socket));
  },
);
process.on('SIGTERM', () => process.exit(0));
