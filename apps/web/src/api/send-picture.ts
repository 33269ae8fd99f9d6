import { MOST_PICTURE_BYTES, type PictureView } from '@plenary/protocol';
import { RequestFailed } from './request.ts';
import { sendFile, type Sending } from './send-file.ts';
import { madeSmaller } from './made-smaller.ts';

/**
 * Sends a picture, made smaller where this browser can. Throws `RequestFailed` with the server's sentence, or without one
 * where it could not be reached.
 */
export async function sendPicture(file: File, sending: Sending): Promise<PictureView> {
  const body = await madeSmaller(file);
  // The server would say the same after twenty megabytes.
  if (body.size > MOST_PICTURE_BYTES) throw new RequestFailed('picture-too-large', undefined);
  return sendFile(body, body.type || 'application/octet-stream', isPictureView, sending);
}

function isPictureView(answer: unknown): answer is PictureView {
  return (
    typeof answer === 'object' && answer !== null && 'id' in answer && 'width' in answer && 'height' in answer
  );
}
