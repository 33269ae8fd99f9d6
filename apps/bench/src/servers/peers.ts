import { fileURLToPath } from 'node:url';
import type { Dialect } from '../load/address.ts';
import type { ServerKind } from './server-kind.ts';
import { startServerProcess } from './server-process.ts';

/** What is measured beside Plenary. Each runs in a process of its own on the same core, in turn with the others. */
export const peers: readonly ServerKind[] = [
  peer({
    name: 'y-websocket',
    entry: 'y-websocket.ts',
    about: '@y/websocket-server 0.1.1 on ws 8, the last on Yjs 13, without persistence: its default',
    holds: 'documents',
    dialect: () => ({ kind: 'y-websocket' }),
  }),
  peer({
    name: 'hocuspocus',
    entry: 'hocuspocus.ts',
    about:
      '@hocuspocus/server 4.7.0 with extension-database on node:sqlite, in the statements of its SQLite extension (which itself would have to be compiled); debounce 2 s to 10 s, its default',
    holds: 'documents',
    dialect: (document) => ({ kind: 'hocuspocus', document }),
  }),
  peer({
    name: 'naive-relay',
    entry: 'naive-relay.ts',
    about: 'sends each frame on to each other socket of the room with ws; knows and keeps nothing',
    holds: 'nothing',
    dialect: () => ({ kind: 'relay' }),
  }),
  peer({
    name: 'batching-relay',
    entry: 'batching-relay.ts',
    about: 'collects the frames of a room for 5 ms and writes them to each socket at once; a floor',
    holds: 'nothing',
    dialect: () => ({ kind: 'relay' }),
  }),
];

function peer({
  name,
  entry,
  about,
  holds,
  dialect,
}: Omit<ServerKind, 'start'> & {
  readonly entry: string;
  readonly dialect: (room: string) => Dialect;
}): ServerKind {
  const file = fileURLToPath(new URL(`../peers/${entry}`, import.meta.url));
  return {
    name,
    about,
    holds,
    async start(options) {
      const server = await startServerProcess(file, options);
      const names = Array.from({ length: options.rooms }, (_, index) => `room-${index}`);
      return {
        ...server,
        rooms: names.map((room) => ({
          url: `ws://127.0.0.1:${server.port}/${room}`,
          dialect: dialect(room),
          writers: [],
        })),
      };
    },
  };
}
