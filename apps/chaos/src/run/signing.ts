import { setTimeout as pause } from 'node:timers/promises';
import type { WriterPlan } from '../writers/messages.ts';
import type { Victims } from './faults.ts';
import { readFresh } from './fresh-reader.ts';
import type { Signature } from './judge.ts';
import type { ChaosSummit } from './summit.ts';

/**
 * Signs a section while its writers type on, kills the server under the lock, and opens it again. What everybody
 * sees must not change as long as it is signed, whatever arrives.
 */
export async function signAndReopen(
  { server, random }: Victims,
  summit: ChaosSummit,
  group: string,
  url: string,
  plans: readonly WriterPlan[],
  broken: string[],
): Promise<Signature> {
  const reader = plans.find((plan) => plan.group === group);
  if (reader === undefined) throw new Error(`Nobody writes in ${group}.`);
  await signUntilStill(server, summit.id, group);
  const { hash = '' } = await readFresh(url, reader);
  await pause(random.below(300));
  await server.kill();
  await server.start();
  await pause(random.below(300));
  const after = await readFresh(url, reader);
  if (after.hash !== hash) broken.push(`${group}: signed as ${hash}, seen as ${after.hash} under the lock.`);
  const seq = await signedSeq(server, summit.id, group);
  await server.command('reopen', { summit: summit.id, group });
  return { group, seq, hash };
}

/** A busy section moves on between reading and sealing; the operator tries again. */
async function signUntilStill(server: Victims['server'], summit: string, group: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await server.command('sign-off', { summit, group });
      return;
    } catch (error) {
      if (attempt === MOST_ATTEMPTS) throw error;
    }
  }
}

async function signedSeq(server: Victims['server'], summit: string, group: string): Promise<number> {
  const { groups } = await server.command<{ groups: readonly GroupWithSignOff[] }>('groups', {
    summit,
    lang: 'en',
  });
  const seq = groups.find(({ id }) => id === group)?.signOff?.seq;
  if (seq === undefined) throw new Error(`${group} is not signed any more.`);
  return seq;
}

interface GroupWithSignOff {
  readonly id: string;
  readonly signOff?: { readonly seq: number };
}

const MOST_ATTEMPTS = 20;
