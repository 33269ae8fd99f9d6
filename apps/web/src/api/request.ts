import type { Problem } from '@plenary/protocol';

/** A request that did not succeed: the server's sentence, or none where the server could not be reached. */
export class RequestFailed extends Error {
  override readonly name = 'RequestFailed';
  /** The problem's code; `unreachable` where there was no answer, or none of this server. */
  readonly code: Problem['code'] | 'unreachable';
  /** One sentence in the reader's language, or undefined where the page must find one. */
  readonly detail: string | undefined;

  constructor(code: RequestFailed['code'], detail: string | undefined) {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}

interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  /** Asks in another language than the page's. */
  readonly lang?: string;
}

/** Asks the server and gives the response. Throws `RequestFailed`; an aborted request throws `AbortError`. */
export async function request(path: string, options: RequestOptions = {}): Promise<Response> {
  const { body, lang, method = 'GET', signal } = options;
  const response = await answer(`/api${path}`, {
    method,
    headers: {
      // The language of the page, not of the browser: somebody may have switched.
      'Accept-Language': lang ?? document.documentElement.lang,
      Accept: 'application/json, text/html;q=0.9, */*;q=0.5',
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  });
  if (response.ok) return response;
  throw await failureOf(response);
}

/** The JSON body of an answer. `T` is the response type the protocol gives to the path. */
export async function requestJson<T>(path: string, options: RequestOptions = {}): Promise<T> {
  const response = await request(path, options);
  try {
    // The server answers by the protocol's own schemas; this page is served by that server.
    return (await response.json()) as T;
  } catch (error) {
    if (isAbort(error)) throw error;
    // A captive portal answers every address with its own page.
    throw new RequestFailed('unreachable', undefined);
  }
}

/** Whether a failure only means that nobody waits for the answer any more. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

async function answer(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (isAbort(error)) throw error;
    throw new RequestFailed('unreachable', undefined);
  }
}

async function failureOf(response: Response): Promise<RequestFailed> {
  return failureIn(await response.json().catch(() => undefined));
}

/** The failure that the body of an answer tells of; of what is no answer of this server, that there was none. */
export function failureIn(body: unknown): RequestFailed {
  if (!isProblem(body)) return new RequestFailed('unreachable', undefined);
  return new RequestFailed(body.code, body.detail);
}

function isProblem(body: unknown): body is Problem {
  return (
    typeof body === 'object' &&
    body !== null &&
    'code' in body &&
    typeof body.code === 'string' &&
    'detail' in body &&
    typeof body.detail === 'string'
  );
}
