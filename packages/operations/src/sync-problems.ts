import { ProblemError } from '@plenary/protocol';
import { NoSuchDocument, RoomEnded, StoreFailed } from '@plenary/sync';

/** Runs something on a room; what a room cannot do becomes a sentence for a person, and nothing was changed. */
export async function onRoom<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NoSuchDocument) throw new ProblemError('group-unknown');
    if (error instanceof StoreFailed || error instanceof RoomEnded) throw new ProblemError('storage-failed');
    throw error;
  }
}
