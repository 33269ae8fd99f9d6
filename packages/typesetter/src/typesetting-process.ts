/** The process that sets files: one request, one answer, as often as it is asked. */
import { Worker } from 'node:worker_threads';
import { type Engine, loadEngine } from './engine.ts';
import type { Answer, Request } from './messages.ts';

let engine: Promise<Engine> | undefined;

process.on('message', (request: Request) => {
  engine ??= watched(request);
  engine.then(
    (loaded) => answer(set(loaded, request)),
    (error: unknown) => answer({ kind: 'unavailable', message: String(error) }),
  );
});

// Whoever asked is gone.
process.on('disconnect', () => process.exit());

function set(loaded: Engine, request: Request): Answer {
  try {
    const made = loaded.set(request);
    // What was quick enough to be done before the watch looked is held to the same limit.
    const used = process.memoryUsage.rss();
    if (used <= request.memoryLimit) return made;
    return { kind: 'too-large', message: `The engine needed ${used} bytes.` };
  } catch (error) {
    return { kind: 'refused', message: String(error) };
  }
}

function answer(message: Answer): void {
  process.send?.(message);
}

function watched({ fonts, memoryLimit }: Request): Promise<Engine> {
  // The engine lets nothing else run on this thread, and its memory is not that of the language: a second thread watches.
  const watch = new Worker(
    `setInterval(() => { if (process.memoryUsage.rss() > ${memoryLimit}) process.kill(process.pid, 'SIGKILL'); }, 100);`,
    { eval: true },
  );
  watch.unref();
  return loadEngine(fonts);
}
