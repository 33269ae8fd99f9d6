import type { AppendRequest } from '@plenary/sync';

/**
 * A batch of append requests as it travels between threads: copying one buffer costs what copying one of a hundred
 * small ones does.
 */
export interface PackedBatch {
  readonly requests: readonly PackedRequest[];
  readonly bytes: ArrayBuffer;
}

interface PackedRequest extends Omit<AppendRequest, 'update'> {
  /** Where the update ends in `bytes`; it begins where the one before ends. */
  readonly end: number;
}

/** Packs a batch; `bytes` is its own and may be transferred. */
export function packBatch(batch: readonly AppendRequest[]): PackedBatch {
  const size = batch.reduce((sum, { update }) => sum + update.length, 0);
  const bytes = new Uint8Array(size);
  let end = 0;
  const requests = batch.map(({ document, epoch, update, author, claims, at }) => {
    bytes.set(update, end);
    end += update.length;
    return { document, epoch, author, claims, at, end };
  });
  return { requests, bytes: bytes.buffer };
}

/** The batch again; its updates are views of `bytes`. */
export function unpackBatch({ requests, bytes }: PackedBatch): readonly AppendRequest[] {
  let begin = 0;
  return requests.map(({ end, ...request }) => {
    const update = new Uint8Array(bytes, begin, end - begin);
    begin = end;
    return { ...request, update };
  });
}
