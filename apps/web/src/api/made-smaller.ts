/** Pixels along the longer side that the server keeps; to send more is a waste of a poor network. */
const LONGEST_SIDE = 2048;
/** Bytes that go out in some seconds even on a poor network. */
const SMALL_ENOUGH = 800_000;

/**
 * A photograph with no more pixels than are kept: a phone's has ten times the bytes. Drawings stay as they are, so that
 * their edges stay sharp; what this browser cannot read is sent as it is, and the server says what is wrong with it.
 */
export async function madeSmaller(file: File): Promise<Blob> {
  const isForeign = FOREIGN.test(file.type);
  if (!isForeign && (file.size <= SMALL_ENOUGH || !PHOTOGRAPH.test(file.type))) return file;
  try {
    const bitmap = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    const context = canvas.getContext('2d');
    if (context) context.imageSmoothingQuality = 'high';
    context?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    const smaller = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
    return context && smaller && (isForeign || smaller.size < file.size) ? smaller : file;
  } catch {
    return file;
  }
}

const PHOTOGRAPH = /^image\/(?:jpeg|webp|avif)$/;
/** What some phones take, and the server does not read; the browser of such a phone does. */
const FOREIGN = /^image\/hei[cf]/;
/** It is encoded once more on the server: what is lost here is lost for good. */
const QUALITY = 0.9;
