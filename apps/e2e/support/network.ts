import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** What stands on the page of a network that asks for a sign-in first. */
export const SIGN_IN = 'Welcome to Hotel Terminus';

/** A network between browsers and a server, as halls, hotels, firms and trains have them. */
export interface Network {
  /** What the server is reached by through this network. */
  readonly url: string;
  /** How many WebSockets were refused. */
  readonly refused: number;
  /** How many WebSockets were asked for, and let through. */
  readonly opened: number;
  /** Cuts everything, and answers everybody in the server's place: with a page of its own, or by leading to it. */
  asksForSignIn(how: 'page' | 'redirect'): void;
  /** Whatever is open now stays open and carries nothing any more, in neither direction, and no end is told. */
  swallowsWhatIsOpen(): void;
  /** Carries everything again that is opened from now on. */
  carries(): void;
  close(): void;
}

interface NetworkOptions {
  /** Firms and filters may let no WebSocket through. */
  readonly webSockets?: boolean;
}

/** Starts a network that carries everything. */
export async function startNetwork(
  server: string,
  { webSockets = true }: NetworkOptions = {},
): Promise<Network> {
  const { hostname, port } = new URL(server);
  const open = new Set<Line>();
  let signIn: 'page' | 'redirect' | undefined;
  let refused = 0;
  let opened = 0;

  const front = createServer((asked, answer) => {
    if (signIn) return answerWithSignIn(signIn, asked, answer);
    const { headers, method, url } = asked;
    const onward = request({ host: hostname, port, path: url, method, headers }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.on('error', () => answer.destroy());
      const line = carry(open, answer, onward, () => void response.unpipe(answer));
      response.on('end', () => open.delete(line));
      response.pipe(answer);
    });
    onward.on('error', () => (answer.headersSent ? answer.destroy() : answer.writeHead(502).end()));
    asked.pipe(onward);
  });

  front.on('upgrade', (asked: IncomingMessage, near: Duplex, head: Buffer) => {
    near.on('error', () => undefined);
    if (signIn) return void near.end(signInInBytes(signIn, asked));
    if (!webSockets) {
      refused += 1;
      return void near.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    }
    opened += 1;
    const far = connect(Number(port), hostname);
    far.on('error', () => near.destroy());
    far.write(inBytes(asked));
    far.write(head);
    carry(open, near, far, () => {
      near.unpipe(far);
      far.unpipe(near);
    });
    near.pipe(far);
    far.pipe(near);
  });

  front.listen(0, '127.0.0.1');
  await once(front, 'listening');
  // A TCP listener always answers with an AddressInfo.
  const address = front.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    get refused() {
      return refused;
    },
    get opened() {
      return opened;
    },
    asksForSignIn(how) {
      signIn = how;
      for (const line of open) line.cut();
    },
    swallowsWhatIsOpen() {
      for (const line of open) line.swallow();
    },
    carries() {
      signIn = undefined;
    },
    close() {
      for (const line of open) line.cut();
      front.close();
      front.closeAllConnections();
    },
  };
}

/** One exchange or one socket on its way through. */
interface Line {
  cut(): void;
  swallow(): void;
}

type End = Duplex | ServerResponse | Socket | ReturnType<typeof request>;

/** Ends of a line end together, until it is swallowed: then neither hears of the other. */
function carry(open: Set<Line>, near: End, far: End, part: () => void): Line {
  let swallowed = false;
  const line: Line = {
    cut() {
      near.destroy();
      far.destroy();
    },
    swallow() {
      swallowed = true;
      part();
    },
  };
  open.add(line);
  for (const [end, other] of [
    [near, far],
    [far, near],
  ] as const) {
    end.on('close', () => {
      open.delete(line);
      if (!swallowed) other.destroy();
    });
  }
  return line;
}

const PAGE = `<!doctype html><html lang="en"><title>Wi-Fi</title><h1>${SIGN_IN}</h1><form><button>Agree</button></form></html>`;

/** Other networks keep their page on another machine: here, under another name of this one. */
function signInAddress({ headers }: IncomingMessage): string {
  return `http://localhost:${new URL(`http://${headers.host}`).port}/sign-in`;
}

function answerWithSignIn(how: 'page' | 'redirect', asked: IncomingMessage, answer: ServerResponse): void {
  asked.resume();
  if (how === 'redirect' && asked.url !== '/sign-in')
    answer.writeHead(302, { location: signInAddress(asked) }).end();
  // Nothing forbids keeping it, as careless networks have it.
  else answer.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'max-age=600' }).end(PAGE);
}

/** A WebSocket that is asked for gets the same answer as any other request. */
function signInInBytes(how: 'page' | 'redirect', asked: IncomingMessage): string {
  return how === 'redirect'
    ? `HTTP/1.1 302 Found\r\nConnection: close\r\nLocation: ${signInAddress(asked)}\r\nContent-Length: 0\r\n\r\n`
    : `HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: text/html\r\nContent-Length: ${PAGE.length}\r\n\r\n${PAGE}`;
}

/** The head of a request as it came. */
function inBytes({ method, rawHeaders, url }: IncomingMessage): string {
  const lines = rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [`${name}: ${rawHeaders[index + 1]}`] : [],
  );
  return [`${method} ${url} HTTP/1.1`, ...lines, '', ''].join('\r\n');
}
