import * as Y from 'yjs';

/**
 * Steps that may be taken from the items of one update to their neighbours. Between an item and its neighbours lies
 * only what others wrote there meanwhile; a thousand items with a thousand each is no honest merge, and takes 10 ms.
 */
const MOST_STEPS = 1_000_000;

/**
 * Whether every item that `update` brought can have been put where it says by an honest program:
 * 1. It lies right of the item it names as left neighbour and left of the one it names as right neighbour.
 * 2. It passes over nothing that its neighbours were put beside themselves. Whoever has an item has those, too, and
 *    so cannot have seen it without them; only what others write meanwhile comes between.
 * 3. Both neighbours are there, or neither: what is gone went with all that stood beside it.
 * Otherwise Yjs puts the item somewhere, and somewhere else when it is given the whole document at once: who was there
 * and who comes later see different texts for good, with equal state vectors. To be asked within the transaction, of whose
 * other updates nothing is asked. `before`: the clients it adds structs of, with their clocks before it.
 */
export function isBetweenNeighbours(
  doc: Y.Doc,
  before: ReadonlyMap<number, number>,
  update: Uint8Array,
): boolean {
  let isGone = false;
  let steps = MOST_STEPS;
  const reaches = (from: Y.Item | null, id: Y.ID, way: 'left' | 'right', never: Y.ID | null): boolean => {
    for (let item = from; item !== null && steps > 0; item = item[way]) {
      steps -= 1;
      if (holds(item, id)) return true;
      if (never !== null && holds(item, never)) return false;
    }
    return false;
  };
  const isBetween = (item: Y.Item): boolean => {
    const left = itemAt(doc, item.origin);
    const right = itemAt(doc, item.rightOrigin);
    // What stood at the beginning, or at the end, had nothing beyond it; nor has whoever names it as the one neighbour.
    if (item.origin === null) return right === undefined || right.origin === null;
    if (item.rightOrigin === null) return left === undefined || left.rightOrigin === null;
    return (
      reaches(item.left, item.origin, 'left', right?.origin ?? null) &&
      reaches(item.right, item.rightOrigin, 'right', left?.rightOrigin ?? null)
    );
  };
  for (const [client, known] of before) {
    const structs = doc.store.clients.get(client) ?? [];
    for (let index = structs.length - 1; index >= 0; index -= 1) {
      const struct = structs[index];
      if (struct === undefined || struct.id.clock + struct.length <= known) break;
      if (struct instanceof Y.GC) isGone = true;
      else if (struct instanceof Y.Item && !isBetween(struct)) return false;
    }
  }
  // What went at once no longer says beside what; the bytes do. It is rare that they have to be read again.
  return !isGone || Y.decodeUpdate(update).structs.every((struct) => isInOnePlace(doc, struct));
}

function isInOnePlace(doc: Y.Doc, struct: Y.Item | Y.GC | Y.Skip): boolean {
  if (!(struct instanceof Y.Item) || struct.origin === null || struct.rightOrigin === null) return true;
  return (itemAt(doc, struct.origin) === undefined) === (itemAt(doc, struct.rightOrigin) === undefined);
}

function itemAt(doc: Y.Doc, id: Y.ID | null): Y.Item | undefined {
  if (id === null) return undefined;
  const found = Y.getItem(doc.store, id);
  return found instanceof Y.Item ? found : undefined;
}

function holds(item: Y.Item, { client, clock }: Y.ID): boolean {
  return item.id.client === client && item.id.clock <= clock && clock < item.id.clock + item.length;
}
