import { setTimeout as delay } from 'node:timers/promises';
import { type Door, SUMMIT } from '../servers/plenary.ts';

/** An organiser's program, which speaks the HTTP API of a running server. */
export interface Organiser {
  /** Has a file made as the report page does, and waits for it. Throws when it fails. */
  takeAlong(format: string): Promise<Taken>;
  /** How late the event loop was since the last question, in milliseconds. */
  eventLoop(): Promise<EventLoop>;
}

export interface Taken {
  readonly seconds: number;
  readonly file: Uint8Array;
}

export interface EventLoop {
  readonly p99: number;
  readonly longest: number;
}

/** How often it asks how far the file is; a page is told without asking. */
const ASK_EVERY_MS = 250;

/** Invites an organiser to the summit of the benchmark. `url`: where its server is. */
export async function becomeOrganiser(url: string, door: Door): Promise<Organiser> {
  const { token } = (await door('invite', { summit: SUMMIT, role: 'organiser' })) as { token: string };
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
    const response = await fetch(`${url}${path}`, { ...init, headers });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response;
  };
  const exports = `/api/summits/${SUMMIT}/report/exports`;
  return {
    async takeAlong(format) {
      const began = performance.now();
      const body = JSON.stringify({ format, lang: 'en' });
      // The API says so in its description.
      type View = { readonly id: string; readonly stage: string };
      let view = (await (await ask(exports, { method: 'POST', body })).json()) as View;
      while (view.stage !== 'done') {
        if (view.stage === 'failed') throw new Error(`The file failed: ${JSON.stringify(view)}`);
        await delay(ASK_EVERY_MS);
        view = (await (await ask(`${exports}/${view.id}`)).json()) as View;
      }
      const seconds = (performance.now() - began) / 1000;
      return { seconds, file: await (await ask(`${exports}/${view.id}/file`)).bytes() };
    },
    async eventLoop() {
      const metrics = await (await ask('/metrics')).text();
      const value = (name: string): number => {
        const found = new RegExp(`^plenary_nodejs_eventloop_lag_${name}_seconds ([^\\s]+)$`, 'm').exec(
          metrics,
        );
        return 1000 * Number(found?.[1] ?? Number.NaN);
      };
      return { p99: value('p99'), longest: value('max') };
    },
  };
}
