import { type ChildProcess, fork } from 'node:child_process';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import {
  type Cancellation,
  type Typeset,
  type Typesetter,
  TypesettingError,
  type TypesettingJob,
} from '@plenary/exporters';
import type { Coverage } from '@plenary/report-ast';
import { placeOf } from './arrangements.ts';
import { coverageOf } from './coverage.ts';
import { fontFiles } from './fonts.ts';
import type { Answer, Request } from './messages.ts';

/** How a typesetter may use the machine. */
export interface TypesetterOptions {
  /** After so many files a process makes room for the next one; what Typst learns about a document it never forgets. */
  readonly filesPerProcess?: number;
  /** In milliseconds. */
  readonly timeLimit?: number;
  /** In bytes. */
  readonly memoryLimit?: number;
}

/** 300 pages take 12 s of a processor; ten times that, on a machine that has something else to do. */
const TIME_LIMIT = 120_000;
/** 300 pages take 1 GB. What takes three would take down a small server. */
const MEMORY_LIMIT = 3 * 1024 ** 3;
/** Whoever types is served first. */
const LOWER_PRIORITY = 10;
/** It takes its process along where it breaks down badly enough: another one is asked for less. */
const AFTER_A_CRASH: readonly number[] = [placeOf('plain'), placeOf('flat')];

/**
 * A typesetter that runs Typst in a process of its own: one file at a time, in the order in which they are asked for.
 * `close` ends the process; nothing runs while nobody asks.
 */
export function createTypesetter(options: TypesetterOptions = {}): Typesetter & { close(): void } {
  const { filesPerProcess = 1, timeLimit = TIME_LIMIT, memoryLimit = MEMORY_LIMIT } = options;
  const fonts = fontFiles();
  let glyphs: Coverage | undefined;
  let child: ChildProcess | undefined;
  let made = 0;
  let queue: Promise<unknown> = Promise.resolve();

  const close = (): void => {
    child?.kill('SIGKILL');
    child = undefined;
    made = 0;
  };

  const run = async (job: TypesettingJob, cancellation: Cancellation | undefined): Promise<Typeset> => {
    if (cancellation?.aborted === true) throw cancelled();
    const request = { ...job, fonts, memoryLimit };
    try {
      const later = AFTER_A_CRASH.filter((place) => place > (job.from ?? 0));
      const answer = await answerOf(request, [job.from ?? 0, ...later], cancellation);
      made += 1;
      if (made >= filesPerProcess) close();
      return typesetOf(answer);
    } catch (error) {
      close();
      throw error;
    }
  };

  const answerOf = async (
    request: Request,
    [from = 0, ...others]: readonly number[],
    cancellation: Cancellation | undefined,
  ): Promise<Answer> =>
    answerTo({ ...request, from }, cancellation).catch((error: unknown) => {
      if (!(error instanceof Crash) || others.length === 0) throw error;
      close();
      return answerOf(request, others, cancellation);
    });

  const answerTo = (request: Request, cancellation: Cancellation | undefined): Promise<Answer> =>
    ask((child ??= startProcess()), request, timeLimit, cancellation);

  return {
    typeset(job, cancellation) {
      const next = queue.then(() => run(job, cancellation));
      queue = next.catch(() => undefined);
      return next;
    },
    get glyphs() {
      return (glyphs ??= coverageOf(fonts));
    },
    close,
  };
}

/** The engine ended its process itself; nobody ended it for its time or its memory. */
class Crash extends TypesettingError {}

function startProcess(): ChildProcess {
  const child = fork(fileURLToPath(new URL('typesetting-process.ts', import.meta.url)), {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [],
    // Typst looks for the fonts of the machine wherever this file says; there are none there.
    env: { ...process.env, FONTCONFIG_FILE: fileURLToPath(new URL('no-system-fonts.conf', import.meta.url)) },
  });
  if (child.pid !== undefined) lowerPriority(child.pid);
  return child;
}

function lowerPriority(pid: number): void {
  try {
    setPriority(pid, LOWER_PRIORITY);
  } catch {
    // It may have ended already, or the machine may not allow it; the file is made all the same.
  }
}

/** Sends a request, and waits for the answer, the end of the process, of the time, or of the wish for it. */
function ask(
  child: ChildProcess,
  request: Request,
  timeLimit: number,
  cancellation: Cancellation | undefined,
): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  // The process sends nothing but answers.
  const onMessage = (message: unknown): void => resolve(message as Answer);
  const onExit = (code: number | null, signal: string | null): void => {
    const Problem = signal === null || signal === 'SIGKILL' ? TypesettingError : Crash;
    reject(new Problem('too-large', `The engine ended before it was done (${signal ?? code}).`));
  };
  const onError = (error: Error): void => reject(new TypesettingError('unavailable', error.message));
  const onAbort = (): void => reject(cancelled());
  const timer = setTimeout(
    () => reject(new TypesettingError('too-large', `The engine needed longer than ${timeLimit} ms.`)),
    timeLimit,
  );
  // An idle process keeps nobody from ending.
  child.ref();
  child.channel?.ref();
  child.on('message', onMessage).on('exit', onExit).on('error', onError);
  cancellation?.addEventListener('abort', onAbort);
  child.send(request);
  return promise.finally(() => {
    clearTimeout(timer);
    child.unref();
    child.channel?.unref();
    child.off('message', onMessage).off('exit', onExit).off('error', onError);
    cancellation?.removeEventListener('abort', onAbort);
  });
}

function typesetOf(answer: Answer): Typeset {
  switch (answer.kind) {
    case 'made':
      return {
        pdf: answer.pdf,
        ...(answer.complaint !== undefined && { complaint: answer.complaint }),
        ...(answer.next !== undefined && { next: answer.next }),
        ...(answer.reduction !== undefined && { reduction: answer.reduction }),
      };
    case 'unreadable':
      return { unreadable: answer.pictures };
    case 'refused':
    case 'too-large':
    case 'unavailable':
      throw new TypesettingError(answer.kind, answer.message);
  }
}

function cancelled(): TypesettingError {
  return new TypesettingError('cancelled', 'Nobody wants the file any more.');
}
