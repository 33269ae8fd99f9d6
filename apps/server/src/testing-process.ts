import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

/** The server as people start it: a process of its own. */
export interface ServerProcess {
  readonly child: ChildProcess;
  readonly port: number;
  /** Everything on stdout and stderr so far. */
  readonly out: () => string;
  readonly err: () => string;
  /** Resolves with the first organiser's link once the server says it is ready; rejects when it ends before. */
  readonly ready: Promise<string>;
  /** The exit code, or the signal's name. */
  readonly exited: Promise<number | string>;
}

export interface ProcessOptions {
  readonly dataDir: string;
  readonly port?: number;
  readonly environment?: NodeJS.ProcessEnv;
  /** Runs as this user: root may write everywhere. */
  readonly uid?: number;
}

export async function startProcess(options: ProcessOptions): Promise<ServerProcess> {
  const port = options.port ?? (await freePort());
  const child = spawn(process.execPath, [MAIN], {
    env: {
      PATH: process.env['PATH'],
      DATA_DIR: options.dataDir,
      PORT: String(port),
      LOG_LEVEL: 'info',
      ...options.environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(options.uid === undefined ? {} : { uid: options.uid }),
  });
  let out = '';
  let err = '';
  const exited = once(child, 'close').then(([code, signal]: unknown[]) =>
    typeof code === 'number' ? code : String(signal),
  );
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const link = /https?:\/\/\S+\/join\/\S+/.exec(out)?.[0];
      if (link !== undefined && out.includes('Ctrl-C')) resolve(link);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    void exited.then((code) => reject(new Error(`ended with ${code} before it was ready:\n${out}${err}`)));
  });
  // Whoever tests a start that fails does not wait for it.
  ready.catch(() => undefined);
  return { child, port, out: () => out, err: () => err, ready, exited };
}

/** A port nobody listens on now. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('a TCP listener has a port');
  return address.port;
}
