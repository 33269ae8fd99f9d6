import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import * as decoding from 'lib0/decoding';
import type { RoomAddress } from './address.ts';
import { Connection } from './connection.ts';
import type { Load } from './load.ts';
import { updateFrame } from './typist.ts';

export interface FillingJob {
  readonly kind: 'filling';
  readonly rooms: readonly RoomAddress[];
  /** A file of updates, each with its length before it. */
  readonly updates: string;
}

/** Below the 200 frames a second that Plenary takes from one connection, for every server the same. */
const PAUSE_MS = 6;

/** Writes a document into each room, update by update, and stays connected so that no server forgets it. */
export async function startFilling(job: FillingJob): Promise<Load<{ readonly bytes: number }>> {
  const updates = readUpdates(await readFile(job.updates));
  const bytes = updates.reduce((sum, update) => sum + update.length, 0);
  const connections = await Promise.all(job.rooms.map((room) => fill(room, updates)));
  return {
    begin: async () => undefined,
    end: async () => {
      for (const connection of connections) connection.close();
      return { bytes };
    },
  };
}

async function fill(room: RoomAddress, updates: readonly Uint8Array[]): Promise<Connection> {
  const writer = await Connection.open(room, room.writers[0], {
    update: () => undefined,
    answer: () => undefined,
    presence: () => undefined,
    lost: (reason) => {
      throw new Error(`The server refused the document that was written into it: ${reason}`);
    },
  });
  for (const update of updates) {
    writer.send(updateFrame(update));
    if (updates.length > 1) await delay(PAUSE_MS);
  }
  return writer;
}

function readUpdates(bytes: Uint8Array): readonly Uint8Array[] {
  const decoder = decoding.createDecoder(bytes);
  const updates: Uint8Array[] = [];
  while (decoding.hasContent(decoder)) updates.push(decoding.readVarUint8Array(decoder));
  return updates;
}
