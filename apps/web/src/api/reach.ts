/** What is at the other end of the network: the server, a network that wants something first, or nothing. */
export type Reach = 'server' | 'portal' | 'nothing';

/** What is at the other end of this browser's network now. */
export async function reachNow(): Promise<Reach> {
  // `randomUUID` is there on https only.
  return probeReach(fetch, crypto.getRandomValues(new Uint32Array(2)).join('-'));
}

/** A network that has not answered by then is none. */
const PROBE_MS = 5_000;

/**
 * Asks the server for a number that only it gives back. A captive portal answers every address with a page of its own,
 * or leads to it; a proxy answers with an error while the server restarts.
 */
export async function probeReach(
  ask: (url: string, init: RequestInit) => Promise<Response>,
  nonce: string,
): Promise<Reach> {
  try {
    const response = await ask(`/healthz?nonce=${nonce}`, {
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'manual',
      signal: AbortSignal.timeout(PROBE_MS),
    });
    // 511 is what a network says that asks for something first.
    if (response.type === 'opaqueredirect' || response.status === 511) return 'portal';
    if (response.status >= 500) return 'nothing';
    const answer: unknown = await response.json().catch(() => undefined);
    const isOurs =
      typeof answer === 'object' && answer !== null && 'nonce' in answer && answer.nonce === nonce;
    return isOurs ? 'server' : 'portal';
  } catch {
    return 'nothing';
  }
}
