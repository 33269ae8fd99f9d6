import { cpuSeconds } from '../process-figures.ts';
import type { RoomAddress } from './address.ts';
import { Connection } from './connection.ts';
import type { Load } from './load.ts';

export interface JoiningJob {
  readonly kind: 'joining';
  readonly room: RoomAddress;
  readonly clients: number;
  /** An answer shorter than this is not the whole document. */
  readonly atLeastBytes: number;
  readonly pid: number;
}

export interface JoiningFigures {
  /** From the first socket that was opened to the last client that had the document. */
  readonly seconds: number;
  readonly serverCpu: number;
  readonly answerBytes: number;
  readonly generatorCpu: number;
}

/** So long a client may wait for its document before the run is given up. */
const GIVE_UP_MS = 60_000;

/** A crowd that opens one document at the same moment. `begin` ends when the last of them has it. */
export async function startJoining(job: JoiningJob): Promise<Load<JoiningFigures>> {
  let figures: JoiningFigures | undefined;
  let connections: readonly Connection[] = [];
  return {
    begin: async () => {
      const cpu = cpuSeconds(job.pid);
      const own = process.cpuUsage();
      const at = performance.now();
      const joined = await Promise.all(Array.from({ length: job.clients }, () => join(job)));
      connections = joined.map(({ connection }) => connection);
      figures = {
        seconds: (performance.now() - at) / 1000,
        serverCpu: cpuSeconds(job.pid) - cpu,
        generatorCpu: generatorSeconds(own),
        answerBytes: Math.min(...joined.map(({ bytes }) => bytes)),
      };
    },
    end: async () => {
      for (const connection of connections) connection.close();
      if (figures === undefined) throw new Error('Nobody has joined yet.');
      return figures;
    },
  };
}

async function join({
  room,
  atLeastBytes,
}: JoiningJob): Promise<{ readonly connection: Connection; readonly bytes: number }> {
  const answer = Promise.withResolvers<number>();
  // It may fail while the socket is still being opened, which nobody awaits together with it.
  answer.promise.catch(() => undefined);
  const timer = setTimeout(() => {
    answer.reject(new Error(`A client had no document after ${GIVE_UP_MS / 1000} seconds.`));
  }, GIVE_UP_MS);
  const connection = await Connection.open(room, room.reader ?? room.writers[0], {
    update: () => undefined,
    answer: ({ length }) => {
      if (length >= atLeastBytes) answer.resolve(length);
      else answer.reject(new Error(`A client got ${length} bytes, which is not the whole document.`));
    },
    presence: () => undefined,
    lost: (reason) => answer.reject(new Error(`A client was turned away: ${reason}`)),
  });
  const bytes = await answer.promise;
  clearTimeout(timer);
  return { connection, bytes };
}

function generatorSeconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
}
