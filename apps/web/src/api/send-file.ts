import { failureIn, RequestFailed } from './request.ts';

/** How a file gets to the server. */
export interface Sending {
  /** Where it goes. */
  readonly path: string;
  /** Told which share of it has gone out, from 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Sends a file as the body of a `POST` and gives the answer, which `is` recognises. Throws `RequestFailed` with the
 * server's sentence, or without one where it could not be reached.
 */
export async function sendFile<T>(
  body: Blob,
  type: string,
  is: (answer: unknown) => answer is T,
  { path, onProgress, signal }: Sending,
): Promise<T> {
  // `fetch` does not say how much has gone out.
  const sent = new XMLHttpRequest();
  return new Promise((resolve, reject) => {
    const unreachable = () => reject(new RequestFailed('unreachable', undefined));
    sent.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total === 0 ? 0 : loaded / total),
    );
    sent.addEventListener('error', unreachable);
    sent.addEventListener('abort', unreachable);
    sent.addEventListener('load', () => {
      const answer = jsonIn(sent.responseText);
      if (sent.status === CREATED && is(answer)) resolve(answer);
      else reject(failureIn(answer));
    });
    signal.addEventListener('abort', () => sent.abort());
    sent.open('POST', path);
    sent.setRequestHeader('Accept-Language', document.documentElement.lang);
    sent.setRequestHeader('Content-Type', type);
    sent.send(body);
  });
}

const CREATED = 201;

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A captive portal answers every address with its own page.
    return undefined;
  }
}
