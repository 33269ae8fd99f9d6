import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endOf, freePort, lineOf } from '@plenary/testing/processes';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** A real Plenary in a process and a data folder of its own. */
export interface TestServer {
  readonly url: string;
  readonly dataDir: string;
  /** `<url>/join/<code>` of the sample summit's organisers, as the terminal printed it. */
  readonly organiserLink: string;
  /** Ends the process at once, as a power cut or the kernel would: nothing is flushed. */
  kill(): Promise<void>;
  /** Ends the process politely, as Ctrl-C does. Resolves with the exit code. */
  leave(): Promise<number | null>;
  /** Starts again on the same folder and port. */
  restart(): Promise<void>;
  /** Ends it politely and removes the folder. Resolves with the exit code. */
  stop(): Promise<number | null>;
}

export async function startServer(environment: NodeJS.ProcessEnv = {}): Promise<TestServer> {
  if (!existsSync(join(ROOT, 'apps/web/dist/index.html'))) {
    throw new Error('apps/web is not built, so there is nothing to open. Build it first.');
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'plenary-e2e-'));
  const port = await freePort();
  let running = await launch(dataDir, port, environment);
  return {
    url: `http://127.0.0.1:${port}`,
    dataDir,
    organiserLink: running.organiserLink,
    async kill() {
      await endOf(running.process, 'SIGKILL');
    },
    leave: () => endOf(running.process, 'SIGINT'),
    async restart() {
      running = await launch(dataDir, port, environment);
    },
    async stop() {
      const code = await endOf(running.process, 'SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
      return code;
    },
  };
}

interface Running {
  readonly process: ChildProcess;
  readonly organiserLink: string;
}

async function launch(dataDir: string, port: number, environment: NodeJS.ProcessEnv): Promise<Running> {
  const child = spawn(process.execPath, [join(ROOT, 'apps/server/src/main.ts')], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const organiserLink = await lineOf(child, (line) => /https?:\/\/\S+\/join\/\S+/.exec(line)?.[0]);
  return { process: child, organiserLink };
}
