import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The repository, or the copy of it, that this file is in. */
export const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));

/** How a server is started. */
export interface PlenaryOptions {
  readonly dataDir: string;
  /** A command that starts the server's own command, a tracer for instance. */
  readonly under?: readonly string[];
}

/** A real Plenary in a process of its own that can be treated as badly as a machine can. */
export interface PlenaryProcess {
  readonly port: number;
  readonly dataDir: string;
  /** Ends that nobody asked for, each with what the process said last. */
  readonly accidents: readonly string[];
  /**
   * Resolves when it listens. Rejects, with what it wrote to stderr, when it ends before that. `under` instead of the
   * command it was prepared with.
   */
  start(under?: readonly string[]): Promise<void>;
  /** SIGKILL: nothing is flushed. Resolves when the process is gone. */
  kill(): Promise<void>;
  /** SIGTERM; resolves with the exit code. */
  leave(): Promise<number | null>;
  /** Waits for it to give up by itself, which is no accident then; resolves with the exit code. */
  ended(): Promise<number | null>;
  /** SIGSTOP: the process stands still and its sockets stay open. */
  pause(): void;
  /** SIGCONT. */
  resume(): void;
  /** Any other signal, for what was loaded into it from outside. */
  signal(name: NodeJS.Signals): void;
  /** Runs a command through the control door, as the operator. Throws what the server answered. */
  command<T>(name: string, args: Readonly<Record<string, unknown>>): Promise<T>;
}

/** Prepares a server on a free port; it does not run yet. */
export async function createPlenary({ dataDir, under = [] }: PlenaryOptions): Promise<PlenaryProcess> {
  const port = await freePort();
  const accidents: string[] = [];
  let child: ChildProcess | undefined;
  let expected = false;

  const end = async (signal?: NodeJS.Signals): Promise<number | null> => {
    const running = child;
    expected = true;
    if (running === undefined || running.exitCode !== null || running.signalCode !== null)
      return running?.exitCode ?? null;
    const gone = once(running, 'exit');
    if (signal !== undefined) running.kill(signal);
    await gone;
    return running.exitCode;
  };

  return {
    port,
    dataDir,
    accidents,
    async start(beneath = under) {
      expected = false;
      const [command, ...args] = [...beneath, process.execPath, MAIN];
      const environment = { ...process.env, DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'error' };
      const started = spawn(command, args, {
        cwd: ROOT,
        env: environment,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child = started;
      let said = '';
      started.stderr.on('data', (chunk: Buffer) => {
        said = (said + chunk.toString()).slice(-MOST_SAID);
      });
      started.once('exit', (code, signal) => {
        if (!expected && child === started)
          accidents.push(`The server ended by itself (${code ?? signal}): ${said}`);
      });
      for await (const line of createInterface({ input: started.stdout })) {
        if (!line.includes('is ready')) continue;
        // The rest of the output must be read too, or the pipe fills and the server waits.
        started.stdout.resume();
        return;
      }
      throw new Error(`The server ended before it was ready:\n${said}`);
    },
    async kill() {
      await end('SIGKILL');
    },
    leave: () => end('SIGTERM'),
    ended: () => end(),
    pause: () => void child?.kill('SIGSTOP'),
    resume: () => void child?.kill('SIGCONT'),
    signal: (name) => void child?.kill(name),
    async command<T>(name: string, args: Readonly<Record<string, unknown>>): Promise<T> {
      // The server wrote the file; its shape is the control door's.
      const door = JSON.parse(readFileSync(join(dataDir, 'control.json'), 'utf8')) as ControlAddress;
      const response = await fetch(`http://127.0.0.1:${door.port}/command`, {
        method: 'POST',
        headers: { authorization: `Bearer ${door.key}`, 'content-type': 'application/json' },
        body: JSON.stringify({ name, args }),
      });
      const body: unknown = await response.json();
      if (!response.ok) throw new Error(`${name}: ${JSON.stringify(body)}`);
      // The caller knows what the command answers.
      return body as T;
    },
  };
}

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

interface ControlAddress {
  readonly port: number;
  readonly key: string;
}

const MAIN = join(ROOT, 'apps/server/src/main.ts');
/** Enough for a stack. */
const MOST_SAID = 4000;
