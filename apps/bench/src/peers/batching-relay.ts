/**
 * Peer and floor: what fan-out costs when nothing is known of the frames. The frames of a room are collected for a
 * few milliseconds, written once with their WebSocket headers, and handed to each socket in one write. Everybody
 * gets the same bytes, so writers get their own frames back.
 */
import { createServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';

/** The window in which Plenary, too, may wait for the disk. */
const WINDOW_MS = 5;

interface Room {
  readonly sockets: Set<Duplex>;
  waiting: Buffer[];
}

const rooms = new Map<string, Room>();
const server = createServer();
const upgrader = new WebSocketServer({ noServer: true });

server.on('upgrade', (request, stream, head) => {
  upgrader.handleUpgrade(request, stream, head, (socket) => {
    const room = roomAt(request.url ?? '/');
    room.sockets.add(stream);
    socket.on('message', (frame: Buffer) => {
      if (room.waiting.length === 0) setTimeout(() => flush(room), WINDOW_MS);
      room.waiting.push(headerOf(frame), frame);
    });
    socket.on('close', () => room.sockets.delete(stream));
  });
});
server.listen(Number(process.env['PORT']), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));

function roomAt(url: string): Room {
  const room = rooms.get(url) ?? { sockets: new Set(), waiting: [] };
  rooms.set(url, room);
  return room;
}

function flush(room: Room): void {
  const bytes = Buffer.concat(room.waiting);
  room.waiting = [];
  for (const stream of room.sockets) stream.write(bytes);
}

/** A final binary frame from a server: not masked. Nothing here is longer than 64 KB. */
function headerOf({ length }: Buffer): Buffer {
  return length < 126 ? Buffer.of(0x82, length) : Buffer.of(0x82, 126, length >> 8, length & 0xff);
}
