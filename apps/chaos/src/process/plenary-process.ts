import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endOf, freePort, lineOf } from '@plenary/testing/processes';

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
    expected = true;
    return child === undefined ? null : endOf(child, signal);
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
      await lineOf(started, (line) => line.includes('is ready') || undefined);
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

interface ControlAddress {
  readonly port: number;
  readonly key: string;
}

const MAIN = join(ROOT, 'apps/server/src/main.ts');
/** Enough for a stack. */
const MOST_SAID = 4000;
