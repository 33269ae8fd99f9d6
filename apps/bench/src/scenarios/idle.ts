import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { generate } from '../load/generator-link.ts';
import { cpuSeconds } from '../process-figures.ts';
import { traceUnavailable, writeTrace } from '../trace.ts';
import type { Scenario } from './scenario.ts';

/** Plenary keeps a room for half a minute after the last connection; nobody else waits longer. */
const UNLOADED_AFTER_MS = 34_000;
/** An afternoon's notes. */
const KEYSTROKES = 20_000;
/** What is written comes in pieces, and how a server keeps the pieces is part of what it holds. A key each would take an hour. */
const KEYS_PER_UPDATE = 20;

/** What it costs to be there and do nothing. */
export const idle: Scenario = {
  name: 'idle',
  about: `Memory held (heap and buffers after a garbage collection): 1,000 connections in 10 rooms, after a first hundred; 200 documents of ${KEYSTROKES.toLocaleString('en')} real keystrokes, ${KEYS_PER_UPDATE} in an update, with one connection each, above what was held before or is held afterwards, whichever is less; the same ${UNLOADED_AFTER_MS / 1000} seconds after everybody left.`,
  needs: 'documents',
  unavailable: traceUnavailable,
  async run({ quick, seed, folder, start }) {
    const connections = quick ? 40 : 1000;
    const documents = quick ? 4 : 200;
    const unloaded = quick ? 500 : UNLOADED_AFTER_MS;
    const updates = join(folder, 'updates.bin');
    await writeFile(updates, writeTrace(quick ? 1000 : KEYSTROKES, 5, KEYS_PER_UPDATE).updates);
    const server = await start(10 + documents, 1);
    const { rooms, pid } = server;

    const arrive = (each: number) =>
      generate({
        kind: 'typing',
        rooms: rooms.slice(0, 10),
        writers: 0,
        readers: each,
        keysPerSecond: 1,
        cursors: false,
        seed,
        warmUpMs: 1000,
        pid,
      });

    const atStart = await server.memory();
    // The first to arrive make the server compile what it serves them with.
    const first = await arrive(quick ? 1 : 10);
    const begun = await server.memory();
    const readers = await arrive(connections / 10);
    const connected = await server.memory();
    await readers.end();
    await first.end();
    await delay(unloaded);

    const before = await server.memory();
    const filling = await generate({ kind: 'filling', rooms: rooms.slice(10), updates });
    await untilTaken(pid);
    await delay(quick ? 500 : 5000);
    const loaded = await server.memory();
    await filling.end();
    await delay(unloaded);
    const after = await server.memory();
    // What was still held of the first crowd, and is gone by now, is not the documents'.
    const without = Math.min(before.held, after.held);

    return [
      {
        name: '',
        figures: {
          startMemory: atStart.held,
          perConnection: kilobytesEach(connected.held - begun.held, connections),
          perDocument: kilobytesEach(loaded.held - without, documents),
          afterUnload: kilobytesEach(after.held - before.held, documents),
        },
      },
    ];
  },
};

/** What was sent is still being worked on when the last of it has left. */
async function untilTaken(pid: number): Promise<void> {
  let before = cpuSeconds(pid);
  for (;;) {
    await delay(1000);
    const now = cpuSeconds(pid);
    if (now - before < 0.1) return;
    before = now;
  }
}

function kilobytesEach(megabytes: number, count: number): number {
  return (megabytes * 1024) / count;
}
