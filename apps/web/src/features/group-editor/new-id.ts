import { newBlockId } from '@plenary/document';

/** An id for a new outcome, from the dice of this device. */
export function newId(): string {
  return newBlockId((count) => crypto.getRandomValues(new Uint8Array(count)));
}
