import { setTimeout as delay } from 'node:timers/promises';
import type { Figures } from '../report/figures.ts';
import { generate } from '../load/generator-link.ts';
import type { TypingFigures, TypingJob } from '../load/typing.ts';
import { busySeconds } from '../machine-load.ts';

/** Lets a crowd type for so long and reads the figures off it. */
export async function measureTyping(job: TypingJob, seconds: number): Promise<Figures> {
  const load = await generate(job);
  const busy = busySeconds();
  await load.begin();
  await delay(seconds * 1000);
  const figures = await load.end();
  return typingFigures(figures, busySeconds() - busy);
}

/** `busy`: seconds that all cores worked meanwhile. */
export function typingFigures(typing: TypingFigures, busy: number): Figures {
  const { seconds, deliveries, serverCpu, generatorCpu } = typing;
  return {
    cpuPer1000: (serverCpu * 1e6) / deliveries,
    p50: typing.p50,
    p99: typing.p99,
    rate: deliveries / seconds,
    presences: typing.presences / seconds,
    missing: typing.missing,
    lost: typing.lost.length,
    generatorCores: generatorCpu / seconds,
    // Waiting for the last deliveries takes a moment more than the window; it is small beside it.
    otherCores: Math.max(0, busy - serverCpu - generatorCpu) / seconds,
  };
}
