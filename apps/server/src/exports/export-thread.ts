/** The thread in which files are made, read back and audited: writers of the same server type on meanwhile. */
import { constants, getPriority, platform, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { blocks } from '@plenary/blocks';
import { runExport } from '@plenary/operations';
import { ProblemError } from '@plenary/protocol';
import { createTypesetter } from '@plenary/typesetter';
import type { Failure, FromThread, ToThread } from './messages.ts';

/** A thread with this one gets a ninth of what one of the usual priority gets. */
const LOWER_PRIORITY = constants.priority.PRIORITY_BELOW_NORMAL;
comeLast();

const typesetter = createTypesetter();

const running = new Map<number, AbortController>();

parentPort?.on('message', (message: ToThread) => {
  if (message.kind === 'cancel') running.get(message.id)?.abort();
  else void run(message);
});

/** Whoever types is served first: where a core is short, this thread and the processes it starts wait. */
function comeLast(): void {
  // Elsewhere a priority is the whole server's; and nobody may raise one that is lower already.
  if (platform() !== 'linux' || getPriority() >= LOWER_PRIORITY) return;
  setPriority(LOWER_PRIORITY);
}

async function run({ id, job }: Extract<ToThread, { kind: 'run' }>): Promise<void> {
  const abort = new AbortController();
  running.set(id, abort);
  try {
    const exported = await runExport({ blocks, typesetter, now: () => performance.now() }, job, {
      onStage: (stage) => answer({ kind: 'stage', id, stage }),
      signal: abort.signal,
    });
    answer({ kind: 'done', id, exported });
  } catch (error) {
    answer({ kind: 'failed', id, failure: failureOf(error) });
  } finally {
    running.delete(id);
  }
}

function answer(message: FromThread): void {
  parentPort?.postMessage(message, []);
}

function failureOf(error: unknown): Failure {
  if (error instanceof ProblemError) return { code: error.code, params: error.params };
  return { message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
