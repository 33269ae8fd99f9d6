import { spawn, type ChildProcess } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Crew, News, Order, ReplicaReport } from './messages.ts';

/** A process of writers, as the driver sees it. */
export interface CrewProcess {
  /** Tokens shown as saved so far. */
  readonly saved: number;
  /** Resolves once `saved` has grown by `count`, or after `limitMs`: a fault may keep everybody from saving. */
  moreSaved(count: number, limitMs: number): Promise<void>;
  /** Ends typing; resolves when every edit is saved or drafted, rejects after `limitMs`. */
  rest(limitMs: number): Promise<void>;
  report(): Promise<readonly ReplicaReport[]>;
  comeBack(): void;
  pause(): void;
  resume(): void;
  /** SIGKILL: what was not shown as saved may be lost with it. */
  kill(): Promise<void>;
}

/** What the driver wants to hear at once. */
export interface CrewEvents {
  mistreated(writer: string, reason: string): void;
  storage(): void;
}

/** Starts a process with its writers. */
export function startCrew(crew: Crew, events: CrewEvents): CrewProcess {
  const child: ChildProcess = spawn(process.execPath, [WRITER_PROCESS], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const heard = new EventEmitter();
  let saved = 0;
  child.on('message', (news: News) => {
    switch (news.kind) {
      case 'saved':
        saved += news.count;
        heard.emit('saved');
        return;
      case 'mistreated':
        events.mistreated(news.writer, news.reason);
        return;
      case 'storage':
        events.storage();
        return;
      case 'all-saved':
        heard.emit('all-saved');
        return;
      case 'report':
        heard.emit('report', news.replicas);
        return;
      default:
        news satisfies never;
    }
  });
  const tell = (order: Order): void => {
    if (child.connected) child.send(order);
  };
  tell({ kind: 'start', crew });

  return {
    get saved() {
      return saved;
    },
    async moreSaved(count, limitMs) {
      const from = saved;
      const signal = AbortSignal.timeout(limitMs);
      const isReached = (): boolean => saved >= from + count;
      try {
        while (!isReached()) await once(heard, 'saved', { signal });
      } catch {
        // Out of time: the caller goes on with its next fault.
      }
    },
    async rest(limitMs) {
      const done = once(heard, 'all-saved', { signal: AbortSignal.timeout(limitMs) });
      tell({ kind: 'rest' });
      await done;
    },
    async report() {
      const answer = once(heard, 'report');
      tell({ kind: 'report' });
      // Emitted above with the replicas.
      const [replicas] = (await answer) as [readonly ReplicaReport[]];
      return replicas;
    },
    comeBack: () => tell({ kind: 'come-back' }),
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

const WRITER_PROCESS = fileURLToPath(new URL('writer-process.ts', import.meta.url));
