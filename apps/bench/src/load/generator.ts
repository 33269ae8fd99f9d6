/** The load generator: a process of its own, told over IPC by `generator-link.ts` what to do. */
import { type CheckingJob, startChecking } from './checking.ts';
import { type FillingJob, startFilling } from './filling.ts';
import { type JoiningJob, startJoining } from './joining.ts';
import type { Load } from './load.ts';
import { startTyping, type TypingJob } from './typing.ts';

export type Job = TypingJob | FillingJob | JoiningJob | CheckingJob;

/** What the driver sends: first `prepare`, then `begin` and `end`, each after the answer to the one before. */
export type Order =
  | { readonly step: 'prepare'; readonly job: Job }
  | { readonly step: 'begin' }
  | { readonly step: 'end' };

export type Answer =
  | { readonly ok: true; readonly figures?: unknown }
  | { readonly ok: false; readonly error: string };

let load: Load<unknown> | undefined;

async function obey(order: Order): Promise<unknown> {
  switch (order.step) {
    case 'prepare':
      load = await prepare(order.job);
      return undefined;
    case 'begin':
      return load?.begin();
    case 'end':
      return load?.end();
    default:
      return order satisfies never;
  }
}

async function prepare(job: Job): Promise<Load<unknown>> {
  switch (job.kind) {
    case 'typing':
      return startTyping(job);
    case 'filling':
      return startFilling(job);
    case 'joining':
      return startJoining(job);
    case 'checking':
      return startChecking(job);
    default:
      return job satisfies never;
  }
}

process.on('message', (order: Order) => {
  obey(order).then(
    (figures) => process.send?.({ ok: true, figures } satisfies Answer),
    (error: unknown) =>
      process.send?.({
        ok: false,
        error: error instanceof Error ? error.message : String(error),
      } satisfies Answer),
  );
});
process.on('disconnect', () => process.exit(0));
