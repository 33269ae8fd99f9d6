/** What the export thread does: it compiles reports, and makes, reads back and audits their files. */
import { setImmediate } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';
import { blocks } from '@plenary/blocks';
import { createReportCache, type ExportContext, runExport } from '@plenary/operations';
import { ProblemError } from '@plenary/protocol';
import { createTypesetter } from '@plenary/typesetter';
import { askedPictures } from './asked-pictures.ts';
import type { Failure, FromThread, ToThread } from './messages.ts';

const pictures = askedPictures(tell);
const context: ExportContext = {
  blocks,
  typesetter: createTypesetter(),
  pictures: pictures.pictures,
  reports: createReportCache(),
  now: () => performance.now(),
  // So that it hears when nobody wants the file any more.
  breathe: async () => setImmediate(),
};

const running = new Map<number, AbortController>();

parentPort?.on('message', (message: ToThread) => {
  if (message.kind === 'cancel') running.get(message.id)?.abort();
  else if (message.kind === 'picture') pictures.answered(message);
  else void run(message);
});

async function run({ id, job }: Extract<ToThread, { kind: 'run' }>): Promise<void> {
  const abort = new AbortController();
  running.set(id, abort);
  try {
    const exported = await runExport(context, job, {
      onStage: (stage) => tell({ kind: 'stage', id, stage }),
      signal: abort.signal,
    });
    tell({ kind: 'done', id, exported });
  } catch (error) {
    tell({ kind: 'failed', id, failure: failureOf(error) });
  } finally {
    running.delete(id);
  }
}

function tell(message: FromThread): void {
  parentPort?.postMessage(message, []);
}

function failureOf(error: unknown): Failure {
  if (error instanceof ProblemError) return { code: error.code, params: error.params };
  return { message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
