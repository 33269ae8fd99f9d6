import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { WriterPlan } from '../writers/messages.ts';

/** What the client says of itself whenever something changed. */
export interface Yjs14News {
  /** What it reads, a string for each run of text. */
  readonly words: readonly string[];
  readonly synced: boolean;
  /** Connections that were opened since the beginning. */
  readonly connections: number;
  /** Frames that were nothing but a sign of life. */
  readonly keepAlives: number;
}

/** What the client is told. */
export type Yjs14Order =
  | { readonly kind: 'type'; readonly at: number; readonly text: string }
  | { readonly kind: 'delete'; readonly at: number };

/** `@y/websocket` 4 with Yjs 14 as they come from npm; in a process of its own, since two Yjs in one do not mix. */
export interface Yjs14Client {
  /** Resolves with the first news, the last one included, of which `isSo` holds. Rejects when the process ends. */
  until(isSo: (news: Yjs14News) => boolean): Promise<Yjs14News>;
  /** Adds a paragraph at a place. */
  type(at: number, text: string): void;
  /** Takes a block away. */
  delete(at: number): void;
  kill(): Promise<void>;
}

export function startYjs14Client(url: string, { group, token }: WriterPlan): Yjs14Client {
  const child = spawn(process.execPath, [CLIENT_PROCESS, url, group, token], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-MOST_SAID);
  });
  let last: Yjs14News | undefined;
  child.on('message', (news: Yjs14News) => {
    last = news;
  });
  const order = (what: Yjs14Order): void => void child.send(what);

  return {
    async until(isSo) {
      if (last !== undefined && isSo(last)) return last;
      return new Promise((resolve, reject) => {
        const look = (news: Yjs14News): void => {
          if (!isSo(news)) return;
          child.off('message', look);
          child.off('exit', give);
          resolve(news);
        };
        const give = (code: number | null): void => reject(new Error(`It ended with ${code}: ${said}`));
        child.on('message', look);
        child.once('exit', give);
      });
    },
    type: (at, text) => order({ kind: 'type', at, text }),
    delete: (at) => order({ kind: 'delete', at }),
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

const CLIENT_PROCESS = fileURLToPath(new URL('yjs14-client-process.ts', import.meta.url));
/** Enough for a stack. */
const MOST_SAID = 4000;
