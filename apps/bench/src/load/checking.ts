import * as Y from 'yjs';
import type { RoomAddress } from './address.ts';
import { Connection } from './connection.ts';
import type { Load } from './load.ts';

export interface CheckingJob {
  readonly kind: 'checking';
  readonly rooms: readonly RoomAddress[];
}

/** By client id: how many clocks of it are in the documents. */
export type ServedClocks = Readonly<Record<string, number>>;

/** Asks the server, as a newcomer would, for its documents, and reads which keys are in them. */
export async function startChecking(job: CheckingJob): Promise<Load<ServedClocks>> {
  return {
    begin: async () => undefined,
    end: async () => Object.assign({}, ...(await Promise.all(job.rooms.map(read)))) as ServedClocks,
  };
}

async function read(room: RoomAddress): Promise<ServedClocks> {
  const answer = Promise.withResolvers<Uint8Array>();
  const connection = await Connection.open(room, room.reader ?? room.writers[0], {
    update: () => undefined,
    answer: (update) => answer.resolve(update.slice()),
    presence: () => undefined,
    lost: (reason) => answer.reject(new Error(`The server turned a newcomer away: ${reason}`)),
  });
  const doc = new Y.Doc();
  Y.applyUpdate(doc, await answer.promise);
  connection.close();
  const clocks = Object.fromEntries(Y.decodeStateVector(Y.encodeStateVector(doc)));
  doc.destroy();
  return clocks;
}
