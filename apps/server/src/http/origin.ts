import type { IncomingMessage } from 'node:http';

/**
 * Whether a request that a browser made on somebody's behalf comes from our own pages. Browsers always send
 * `Origin` with sockets and with requests that change something; programs send none and carry their own token.
 */
export function isOwnOrigin(request: IncomingMessage, publicUrl: string): boolean {
  const { origin, host } = request.headers;
  if (request.headers['sec-fetch-site'] === 'cross-site') return false;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const own = new URL(publicUrl);
  // A page that the network served without https is not ours, whatever name it bears.
  if (new URL(origin).host === own.host) return origin === own.origin;
  return new URL(origin).host === host;
}
