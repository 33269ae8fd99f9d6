import { setTimeout as delay } from 'node:timers/promises';
import type { Figures } from '../report/figures.ts';
import { generate } from '../load/generator-link.ts';
import type { TypingFigures, TypingJob } from '../load/typing.ts';

/**
 * How long a fresh server is typed at before anything counts. In its first quarter of a minute a tenth of a server's
 * time goes into compiling what it runs; a summit's has been up since breakfast.
 */
export const FRESH_SERVER_MS = 15_000;
/** The same for a server that has been at work: until a new crowd types evenly. */
export const NEW_CROWD_MS = 3000;

/** Lets a crowd type for so long and reads the figures off it. */
export async function measureTyping(job: TypingJob, seconds: number): Promise<Figures> {
  const load = await generate(job);
  await load.begin();
  await delay(seconds * 1000);
  return typingFigures(await load.end());
}

/** What a crowd that typed says of the server. */
export function typingFigures(typing: TypingFigures): Figures {
  const { seconds, deliveries, serverCpu, generatorCpu, machineCpu } = typing;
  return {
    cpuPer1000: (serverCpu * 1e6) / deliveries,
    p50: typing.p50,
    p99: typing.p99,
    rate: deliveries / seconds,
    presences: typing.presences / seconds,
    missing: typing.missing,
    lost: typing.lost.length,
    generatorCores: generatorCpu / seconds,
    otherCores: Math.max(0, machineCpu - serverCpu - generatorCpu) / seconds,
  };
}
