import type { Reach } from '../api/reach.ts';

/** What a transport is made of. The last three stand in for the network, the clock and the tab's memory in tests. */
export interface TransportOptions {
  readonly openSocket: (url: string, protocols: string | string[] | undefined) => WebSocket;
  /** Loads what few networks need. */
  readonly loadHttp: () => Promise<(url: string) => WebSocket>;
  readonly probe: () => Promise<Reach>;
  readonly now: () => number;
  readonly memory: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
}

/** One refused handshake may be a restart; two while the server answers are a network that lets none through. */
const MOST_FAILURES = 2;
/** A network may change under a tab that stays open. */
const SOCKET_AGAIN_MS = 10 * 60_000;
const KEY = 'plenary/http-until';

/**
 * Chooses between a WebSocket and HTTP for each new connection of a tab.
 *
 * ```
 *  socket ── two handshakes failed, and the server answers over HTTP ──► http ── ten minutes later ──► socket
 * ```
 *
 * Invariants:
 * 1. HTTP is chosen only after the server itself was reached over it.
 * 2. A connection that has opened takes all failures before it back.
 */
export class Transport {
  readonly #options: TransportOptions;
  #failures = 0;
  #openHttp: ((url: string) => WebSocket) | undefined;

  constructor(options: TransportOptions) {
    this.#options = options;
    if (this.#until() > options.now()) this.#load().catch(() => undefined);
  }

  /** A connection of the kind that passes here. */
  open(url: string, protocols: string | string[] | undefined): WebSocket {
    return this.#openHttp && this.usesHttp ? this.#openHttp(url) : this.#options.openSocket(url, protocols);
  }

  get usesHttp(): boolean {
    return this.#until() > this.#options.now();
  }

  opened(): void {
    this.#failures = 0;
  }

  /** A connection ended before it opened. Tells what was reached instead. */
  async failed(): Promise<Reach> {
    const reach = await this.#options.probe();
    if (reach !== 'server' || (this.#openHttp && this.usesHttp)) return reach;
    this.#failures += 1;
    if (this.#failures < MOST_FAILURES) return reach;
    await this.#load();
    this.#remember(this.#options.now() + SOCKET_AGAIN_MS);
    return reach;
  }

  async #load(): Promise<void> {
    this.#openHttp ??= await this.#options.loadHttp();
  }

  #until(): number {
    try {
      return Number(this.#options.memory.getItem(KEY) ?? 0);
    } catch {
      return this.#held;
    }
  }

  #remember(until: number): void {
    this.#failures = 0;
    this.#held = until;
    try {
      this.#options.memory.setItem(KEY, String(until));
    } catch {
      // A tab without memory finds out again after it is loaded anew.
    }
  }

  #held = 0;
}

/** A class for the stock client, which makes connections with `new`: a constructor may give what another one made. */
export function socketClassOf(transport: Transport): typeof WebSocket {
  const Chosen = function (url: string, protocols?: string | string[]): WebSocket {
    return transport.open(url, protocols);
  };
  // The stock client uses nothing of the class but this.
  return Chosen as unknown as typeof WebSocket;
}
