import { setTimeout as delay } from 'node:timers/promises';
import type { RoomAddress } from '../load/address.ts';
import { Connection } from '../load/connection.ts';
import { cursorFrame, Typist, updateFrame } from '../load/typist.ts';

/** People in the room beside the one who is measured. */
export interface Crowd {
  readonly present: number;
  /** How many of them press three keys a second, each with a move of the caret. */
  readonly typing: number;
}

/** Yjs draws client ids from 32 bits. */
const FIRST_CLIENT = 3_100_000_000;
const KEYS_A_SECOND = 3;
/** Sockets opened at a time: the server is not what is measured here. */
const AT_A_TIME = 20;

/** Lets a crowd in and lets it type until it is sent away. */
export async function startCrowd(room: RoomAddress, { present, typing }: Crowd): Promise<() => void> {
  const typists = Array.from({ length: present }, (_, index) => new Typist(FIRST_CLIENT + index));
  const connections: Connection[] = [];
  for (let from = 0; from < present; from += AT_A_TIME) {
    const batch = Array.from({ length: Math.min(AT_A_TIME, present - from) }, (_, index) =>
      Connection.open(room, room.writers[(from + index) % room.writers.length], SILENT),
    );
    connections.push(...(await Promise.all(batch)));
  }
  for (const [index, connection] of connections.entries()) {
    const typist = typists[index];
    if (typist === undefined) continue;
    if (index < typing) connection.send(updateFrame(typist.opening()));
    connection.send(cursorFrame(typist.cursor()));
    await delay(2);
  }
  const timers = connections.slice(0, typing).map((connection, index) =>
    setInterval(() => {
      const typist = typists[index];
      if (typist === undefined) return;
      connection.send(updateFrame(typist.key()));
      connection.send(cursorFrame(typist.cursor()));
    }, 1000 / KEYS_A_SECOND),
  );
  return () => {
    for (const timer of timers) clearInterval(timer);
    for (const connection of connections) connection.close();
  };
}

const SILENT = {
  update: () => undefined,
  answer: () => undefined,
  presence: () => undefined,
  lost: (reason: string) => {
    throw new Error(`The server turned somebody of the crowd away: ${reason}`);
  },
};
