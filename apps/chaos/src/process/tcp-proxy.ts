import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A bad network between clients and a server. */
export interface TcpProxy {
  readonly port: number;
  /** How many connections go through it now. */
  readonly size: number;
  /** Breaks connections for which `choose` says so; both ends see a reset. Says how many. */
  cut(choose: () => boolean): number;
  /**
   * Nothing passes any more, and neither end is told: what a tunnel or a closed lid does. The result breaks the
   * connections for good.
   */
  freeze(choose: () => boolean): () => void;
  /** Lets pass one small piece at a time, each late. The result ends that. */
  slow(choose: () => boolean, delayMs: number): () => void;
  close(): Promise<void>;
}

/** Forwards a free port of this machine to `target`. */
export async function openProxy(target: number): Promise<TcpProxy> {
  const lines = new Set<Line>();
  const server = createServer((near) => {
    const line = createLine(near, connect(target, '127.0.0.1'));
    lines.add(line);
    near.once('close', () => lines.delete(line));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  const chosen = (choose: () => boolean): readonly Line[] => [...lines].filter(() => choose());

  return {
    port: address.port,
    get size() {
      return lines.size;
    },
    cut(choose) {
      const cut = chosen(choose);
      for (const line of cut) line.reset();
      return cut.length;
    },
    freeze(choose) {
      const frozen = chosen(choose);
      for (const line of frozen) line.freeze();
      return () => {
        for (const line of frozen) line.reset();
      };
    },
    slow(choose, delayMs) {
      const slowed = chosen(choose);
      for (const line of slowed) line.delayMs = delayMs;
      return () => {
        for (const line of slowed) line.delayMs = 0;
      };
    },
    async close() {
      for (const line of lines) line.reset();
      server.close();
      await once(server, 'close');
    },
  };
}

/** One connection, both ways. */
interface Line {
  delayMs: number;
  freeze(): void;
  reset(): void;
}

/** Bytes that pass at once on a slow line. */
const PIECE = 512;

function createLine(near: Socket, far: Socket): Line {
  let frozen = false;
  const line: Line = {
    delayMs: 0,
    freeze() {
      frozen = true;
      near.pause();
      far.pause();
    },
    reset() {
      near.destroy();
      far.destroy();
    },
  };
  const forward = (from: Socket, to: Socket): void => {
    let passing = false;
    let gone = false;
    from.on('data', (bytes: Buffer) => {
      passing = true;
      from.pause();
      pass(bytes, 0);
    });
    /** Keeps the order: the next piece, and the next reading, wait for this one. */
    function pass(bytes: Buffer, at: number): void {
      if (frozen || to.destroyed) return;
      const end = line.delayMs === 0 ? bytes.length : Math.min(bytes.length, at + PIECE);
      const next = (): void => (end < bytes.length ? pass(bytes, end) : go());
      to.write(bytes.subarray(at, end), () => {
        if (line.delayMs === 0) next();
        else setTimeout(next, line.delayMs);
      });
    }
    function go(): void {
      passing = false;
      if (gone) to.end();
      else if (!frozen) from.resume();
    }
    from.on('error', () => undefined);
    from.once('close', () => {
      gone = true;
      // On a frozen line the end of one side does not reach the other; on a slow one it comes last.
      if (!frozen && !passing) to.destroy();
    });
  };
  near.setNoDelay(true);
  far.setNoDelay(true);
  forward(near, far);
  forward(far, near);
  return line;
}
