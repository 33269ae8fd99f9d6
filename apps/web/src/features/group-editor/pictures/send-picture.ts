import { MOST_PICTURE_BYTES, type PictureView } from '@plenary/protocol';
import { failureIn, RequestFailed } from '../../../api/request.ts';
import { madeSmaller } from './made-smaller.ts';

/** How a picture gets to the server. */
export interface Sending {
  /** Where it goes. */
  readonly path: string;
  /** Told which share of it has gone out, from 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Sends a picture, made smaller where this browser can. Throws `RequestFailed` with the server's sentence, or without one
 * where it could not be reached.
 */
export async function sendPicture(file: File, { path, onProgress, signal }: Sending): Promise<PictureView> {
  const body = await madeSmaller(file);
  // The server would say the same after twenty megabytes.
  if (body.size > MOST_PICTURE_BYTES) throw new RequestFailed('picture-too-large', undefined);
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
      if (sent.status === CREATED && isPictureView(answer)) resolve(answer);
      else reject(failureIn(answer));
    });
    signal.addEventListener('abort', () => sent.abort());
    sent.open('POST', path);
    sent.setRequestHeader('Accept-Language', document.documentElement.lang);
    sent.setRequestHeader('Content-Type', body.type || 'application/octet-stream');
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

function isPictureView(answer: unknown): answer is PictureView {
  return (
    typeof answer === 'object' && answer !== null && 'id' in answer && 'width' in answer && 'height' in answer
  );
}
