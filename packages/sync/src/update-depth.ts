import * as Y from 'yjs';
import type { DecodedUpdate } from './update-decode.ts';

/**
 * Whether every type an update brings lies at most `limit` types deep, before it is applied: undoing is not
 * possible. An item says where it is in one of three ways: by root key, by the id of its parent, or by a
 * neighbour that has the same parent. The way is followed to the root or into the document, each item once.
 * A circle, which no honest client can make, counts as too deep.
 */
export function nestsWithin(limit: number, update: DecodedUpdate, doc: Y.Doc): boolean {
  if (!update.structs.some((struct) => struct instanceof Y.Item && struct.content instanceof Y.ContentType))
    return true;
  const structs = structsByClient(update);
  const depths = new Map<Y.Item, number>();
  for (const struct of update.structs) {
    if (!(struct instanceof Y.Item)) continue;
    const depth = depthOf(struct, structs, depths, doc);
    if (struct.content instanceof Y.ContentType && depth + 1 > limit) return false;
  }
  return true;
}

type Structs = ReadonlyMap<number, readonly DecodedUpdate['structs'][number][]>;

/** How many types are above the item. */
function depthOf(start: Y.Item, structs: Structs, depths: Map<Y.Item, number>, doc: Y.Doc): number {
  const way: { readonly item: Y.Item; readonly down: 0 | 1 }[] = [];
  const seen = new Set<Y.Item>();
  let item: Y.Item | undefined = start;
  let depth = 0;
  while (item !== undefined) {
    const known = depths.get(item);
    if (known !== undefined) {
      depth = known;
      break;
    }
    if (seen.has(item)) return Number.POSITIVE_INFINITY;
    seen.add(item);
    // Decoded items carry a root key or an id where integrated ones carry the type.
    const parent: unknown = item.parent;
    const next: Y.ID | null =
      parent instanceof Y.ID ? parent : parent === null ? (item.origin ?? item.rightOrigin) : null;
    way.push({ item, down: parent instanceof Y.ID ? 1 : 0 });
    if (next === null) break;
    const found: DecodedUpdate['structs'][number] | undefined = findStruct(
      structs.get(next.client),
      next.clock,
    );
    if (found === undefined) depth = depthInDocument(doc, next);
    item = found instanceof Y.Item ? found : undefined;
  }
  for (const { item: passed, down } of way.toReversed()) {
    depth += down;
    depths.set(passed, depth);
  }
  return depth;
}

function depthInDocument(doc: Y.Doc, id: Y.ID): number {
  if (id.clock >= Y.getState(doc.store, id.client)) return 0;
  let struct: Y.Item | Y.GC | null = Y.getItem(doc.store, id);
  let depth = 0;
  while (struct instanceof Y.Item && struct.parent instanceof Y.AbstractType) {
    struct = struct.parent._item;
    if (struct !== null) depth += 1;
  }
  return depth;
}

function structsByClient(update: DecodedUpdate): Structs {
  const result = new Map<number, DecodedUpdate['structs'][number][]>();
  for (const struct of update.structs) {
    const list = result.get(struct.id.client);
    if (list === undefined) result.set(struct.id.client, [struct]);
    else list.push(struct);
  }
  return result;
}

/** Clocks ascend within a client. */
function findStruct(
  structs: readonly DecodedUpdate['structs'][number][] | undefined,
  clock: number,
): DecodedUpdate['structs'][number] | undefined {
  if (structs === undefined) return undefined;
  let low = 0;
  let high = structs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const struct = structs[middle];
    if (struct === undefined) return undefined;
    if (clock < struct.id.clock) high = middle - 1;
    else if (clock >= struct.id.clock + struct.length) low = middle + 1;
    else return struct;
  }
  return undefined;
}
