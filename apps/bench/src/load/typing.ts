import { setTimeout as delay } from 'node:timers/promises';
import { busySeconds } from '../machine-load.ts';
import { cpuSeconds } from '../process-figures.ts';
import type { Load } from './load.ts';
import { type Crowd, WritersAndReaders } from './writers.ts';

export interface TypingJob extends Crowd {
  readonly kind: 'typing';
  readonly warmUpMs: number;
  /** The server's process. */
  readonly pid: number;
}

/** What was seen between `begin` and `end`. */
export interface TypingFigures {
  readonly seconds: number;
  readonly deliveries: number;
  /** Keys that did not reach every other screen, counted per screen, after waiting for them. */
  readonly missing: number;
  readonly p50: number;
  readonly p99: number;
  readonly serverCpu: number;
  readonly generatorCpu: number;
  /** Seconds that all cores worked. */
  readonly machineCpu: number;
  readonly updateFrames: number;
  readonly presences: number;
  readonly presenceFrames: number;
  /** Connections the server ended. */
  readonly lost: readonly string[];
  /** By client id: how far others have seen each writer. */
  readonly seen: Readonly<Record<string, number>>;
}

/** People type; the window between `begin` and `end` is measured while they go on as before and after it. */
export async function startTyping(job: TypingJob): Promise<Load<TypingFigures>> {
  const people = await WritersAndReaders.enter(job);
  people.startTyping();
  await delay(job.warmUpMs);
  let before = read(people, job.pid);
  return {
    begin: async () => {
      before = read(people, job.pid);
      people.screens.measure(before.at, Number.POSITIVE_INFINITY);
    },
    end: async () => {
      const after = read(people, job.pid);
      people.screens.measureUntil(after.at);
      people.stopTyping();
      await people.settled();
      const { latencies } = people.screens;
      const figures: TypingFigures = {
        seconds: (after.at - before.at) / 1000,
        deliveries: after.deliveries - before.deliveries,
        missing: people.expected - people.screens.deliveries,
        p50: latencies.percentile(0.5),
        p99: latencies.percentile(0.99),
        serverCpu: after.serverCpu - before.serverCpu,
        generatorCpu: after.generatorCpu - before.generatorCpu,
        machineCpu: after.machineCpu - before.machineCpu,
        updateFrames: after.updateFrames - before.updateFrames,
        presences: after.presences - before.presences,
        presenceFrames: after.presenceFrames - before.presenceFrames,
        lost: [...people.lost],
        seen: Object.fromEntries(people.screens.seen()),
      };
      people.leave();
      return figures;
    },
  };
}

function read({ screens }: WritersAndReaders, pid: number) {
  const { deliveries, updateFrames, presences, presenceFrames } = screens;
  const { user, system } = process.cpuUsage();
  return {
    at: performance.now(),
    deliveries,
    updateFrames,
    presences,
    presenceFrames,
    serverCpu: cpuSeconds(pid),
    generatorCpu: (user + system) / 1e6,
    machineCpu: busySeconds(),
  };
}
