import { request, type IncomingHttpHeaders } from 'node:http';

export interface TestRequest {
  readonly method?: string;
  /** Goes on the wire as it is: neither `..` nor `%` is mended. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a string as it is. */
  readonly body?: unknown;
  readonly host?: string;
  /** Does not wait for the end of a stream. */
  readonly onlyHead?: boolean;
}

export interface TestResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** The body as JSON; undefined when it is none. */
  readonly json: unknown;
}

/** One request over a connection of its own, exactly as given. */
export async function ask(port: number, wanted: TestRequest): Promise<TestResponse> {
  const { method = 'GET', path, headers = {}, body, host = '127.0.0.1', onlyHead = false } = wanted;
  const payload = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host,
        port,
        method,
        path,
        agent: false,
        headers: { ...(payload === undefined ? {} : describing(payload)), ...headers },
      },
      (response) => {
        const answer = (text: string): void => {
          const status = response.statusCode ?? 0;
          resolve({ status, headers: response.headers, text, json: parsed(text) });
        };
        if (onlyHead) {
          answer('');
          sent.destroy();
          return;
        }
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => answer(Buffer.concat(chunks).toString('utf8')));
        response.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(payload);
  });
}

function describing(payload: string): Record<string, string> {
  return { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(payload)) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
