import type { RejectReason } from '@plenary/protocol';
import * as Y from 'yjs';
import { type Limits, ROOTS } from './limits.ts';
import type { Author } from './ports.ts';
import type { Replica } from './replica.ts';
import type { DecodedUpdate } from './update-decode.ts';
import { nestsWithin } from './update-depth.ts';

/** What is to be done with an update that would add something. */
export type Verdict =
  | {
      readonly kind: 'take';
      /** Client ids it is the first to use. */
      readonly claims: readonly number[];
      /** The clients it adds structs of, with their clocks before it. */
      readonly before: ReadonlyMap<number, number>;
    }
  /** It refers to something the replica has not got. */
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'refuse'; readonly reason: RejectReason };

/** Whose update it is, and what it would be applied to. */
export interface CheckContext {
  readonly replica: Replica;
  readonly author: Author;
  /** Who is shown to be there with a client id, though nothing was written with it yet. */
  readonly presentAs?: (client: number) => Author | undefined;
  readonly limits: Limits;
}

/**
 * Judges a decoded update against the replica it would be applied to. Changes nothing. What passes can still
 * make Yjs throw (451 of 60,000 mutated updates did), hence the trial that follows.
 */
export function checkUpdate(
  update: DecodedUpdate,
  size: number,
  { replica, author, presentAs, limits }: CheckContext,
): Verdict {
  // All structs, known ones too: Yjs creates the root types it reads before it looks at clocks.
  if (!update.structs.every(hasAllowedRoot)) return refuse('root-type');
  const ends = clocksAfter(update, replica);
  if (ends === undefined || !isComplete(update, ends, replica)) return { kind: 'incomplete' };
  const claims: number[] = [];
  for (const client of ends.keys()) {
    const owner = replica.ownerOf(client);
    if (owner === undefined) claims.push(client);
    if ((owner ?? presentAs?.(client) ?? author) !== author) return refuse('foreign-client-id');
  }
  if (tooMany(claims.length, replica, author, limits)) return refuse('too-large');
  if (replica.newDeletes(update.deletes, limits.newDeletesPerUpdate + 1) > limits.newDeletesPerUpdate)
    return refuse('too-large');
  if (!replica.bytesBelow(limits.documentBytes, size)) return refuse('too-large');
  if (!nestsWithin(limits.depth, update, replica.doc)) return refuse('too-deep');
  const before = new Map<number, number>();
  for (const client of ends.keys()) before.set(client, replica.clockOf(client));
  return { kind: 'take', claims, before };
}

function refuse(reason: RejectReason): Verdict {
  return { kind: 'refuse', reason };
}

function hasAllowedRoot(struct: DecodedUpdate['structs'][number]): boolean {
  // A decoded item carries the root's key where an integrated one carries the type.
  const parent: unknown = struct instanceof Y.Item ? struct.parent : null;
  return typeof parent !== 'string' || ROOTS.has(parent);
}

/** Clocks after the update, of the clients it adds structs of; undefined when one of them would have a gap. */
function clocksAfter(update: DecodedUpdate, replica: Replica): ReadonlyMap<number, number> | undefined {
  const ends = new Map<number, number>();
  for (const struct of update.structs) {
    if (struct instanceof Y.Skip) continue;
    const { client, clock } = struct.id;
    const end = ends.get(client) ?? replica.clockOf(client);
    if (clock > end) return undefined;
    if (clock + struct.length > end) ends.set(client, clock + struct.length);
  }
  return ends;
}

/** Whether all it refers to is in the replica or in the update itself. */
function isComplete(update: DecodedUpdate, ends: ReadonlyMap<number, number>, replica: Replica): boolean {
  const isThere = (client: number, clock: number) => clock < (ends.get(client) ?? replica.clockOf(client));
  for (const struct of update.structs) {
    if (!(struct instanceof Y.Item)) continue;
    for (const id of [struct.origin, struct.rightOrigin, struct.parent]) {
      if (id instanceof Y.ID && !isThere(id.client, id.clock)) return false;
    }
  }
  for (const [client, ranges] of update.deletes) {
    const last = ranges.at(-1);
    if (last !== undefined && !isThere(client, last.clock + last.len - 1)) return false;
  }
  return true;
}

function tooMany(claims: number, replica: Replica, author: Author, limits: Limits): boolean {
  return (
    claims > 0 &&
    (claims > limits.newClientIdsPerUpdate ||
      replica.idsOf(author) + claims > limits.clientIdsPerPerson ||
      replica.clientIds + claims > limits.clientIdsPerDocument)
  );
}
