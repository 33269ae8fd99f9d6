import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/**
 * The state that yrs, another implementation of the same format, comes to when it replays a log. In a process of its
 * own, since it traps on damaged input; for logs of this server, which hold none.
 */
export async function replayWithYwasm(log: readonly Uint8Array[]): Promise<Uint8Array> {
  const child = spawn(process.execPath, [PROCESS], { stdio: ['pipe', 'pipe', 'inherit'] });
  const state = text(child.stdout);
  const closed = once(child, 'close');
  child.stdin.end(log.map((update) => `${Buffer.from(update).toString('base64')}\n`).join(''));
  const [code] = (await closed) as [number | null];
  if (code !== 0) throw new Error(`ywasm ended with ${code}.`);
  return new Uint8Array(Buffer.from(await state, 'base64'));
}

const PROCESS = fileURLToPath(new URL('ywasm-process.ts', import.meta.url));
