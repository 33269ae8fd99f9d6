import type { BrowserContext, ConsoleMessage } from '@playwright/test';

/** What a browser did that nobody of a test asked for. */
export interface Watch {
  /** Console warnings, console errors and uncaught exceptions, those that were allowed left out. */
  troubles(): readonly string[];
  /** Addresses outside of the server that something asked for. */
  outside(): readonly string[];
  /** Every address that was asked for, sockets included. */
  asked(): readonly string[];
  /** From now on, and for what was heard before, trouble and addresses that match are the test's own doing. */
  allow(...patterns: readonly RegExp[]): void;
}

/** What Chromium reports when the test itself takes the network away. */
export const NETWORK_IS_GONE = [
  /net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|CONNECTION_RESET|SOCKET_NOT_CONNECTED|EMPTY_RESPONSE|NETWORK_CHANGED)/,
  /net::ERR_INCOMPLETE_CHUNKED_ENCODING/,
  /WebSocket connection to .* failed/,
] as const;

/** What Chromium reports when the server answers a request of the test with this status. */
export function answered(status: number): RegExp {
  return new RegExp(`the server responded with a status of ${status}\\b`);
}

/** Watches everything in a context from its beginning. */
export function watch(context: BrowserContext, server: string): Watch {
  const own = new URL(server).host;
  const troubles: string[] = [];
  const allowed: RegExp[] = [];
  const asked: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(inWords(message));
  });
  context.on('weberror', (error) =>
    troubles.push(`uncaught: ${error.error().stack ?? error.error().message}`),
  );
  context.on('request', (request) => asked.push(request.url()));
  context.on('page', (page) => page.on('websocket', (socket) => asked.push(socket.url())));
  return {
    troubles: () => troubles.filter((trouble) => !allowed.some((pattern) => pattern.test(trouble))),
    outside: () =>
      asked.filter((address) => !isInside(address, own) && !allowed.some((pattern) => pattern.test(address))),
    asked: () => asked,
    allow: (...patterns) => void allowed.push(...patterns),
  };
}

function inWords(message: ConsoleMessage): string {
  const { url, lineNumber } = message.location();
  return `${message.type()}: ${message.text()} (${url}:${lineNumber})`;
}

/** `data:`, `blob:` and `about:` never leave the browser. */
function isInside(address: string, own: string): boolean {
  const { host, protocol } = new URL(address);
  return ['data:', 'blob:', 'about:'].includes(protocol) || host === own;
}
