import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

/** A port nobody listens on now. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}

/**
 * Sends the signal, unless the process is gone already or none is given, and resolves with the exit code once it is
 * gone: null when a signal ended it.
 */
export async function endOf(child: ChildProcess, signal?: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = once(child, 'exit');
    if (signal !== undefined) child.kill(signal);
    await gone;
  }
  return child.exitCode;
}

/**
 * Resolves with what `find` makes of the first line on stdout of which it makes anything. Rejects, with the end of
 * what the process wrote on stderr, when it ends before that.
 */
export async function lineOf<Found>(
  child: ChildProcess,
  find: (line: string) => Found | undefined,
): Promise<Found> {
  const { stdout, stderr } = child;
  if (stdout === null) throw new Error('The process was started without a pipe for what it says.');
  const closed = once(child, 'close');
  // Whoever is ready in time is not asked how it ends.
  closed.catch(() => undefined);
  let errors = '';
  stderr?.on('data', (chunk: Buffer) => {
    errors = (errors + chunk.toString()).slice(-MOST_SAID);
  });
  for await (const line of createInterface({ input: stdout })) {
    const found = find(line);
    if (found === undefined) continue;
    // The rest must be read too, or the pipe fills and the process waits.
    stdout.resume();
    return found;
  }
  // What it wrote last on stderr may come after the end of stdout.
  await closed;
  throw new Error(`The process ended before it was ready:\n${errors}`);
}

/** Enough for a stack. */
const MOST_SAID = 4000;
