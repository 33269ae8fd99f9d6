import * as Y from 'yjs';

/**
 * Steps that may be taken from the items of one update to their neighbours. Between an item and its neighbours lies
 * only what others wrote there meanwhile; a thousand items with a thousand each is no honest merge, and takes 10 ms.
 */
const MOST_STEPS = 1_000_000;

/**
 * Whether every item that came since `before` lies right of the item it names as left neighbour and left of the one
 * it names as right neighbour. Honest programs cannot name them the other way round. When they are crossed, Yjs
 * puts the item somewhere, and somewhere else when it is given the whole document at once: who was there and who
 * comes later see different texts for good, with equal state vectors. To be asked within the transaction.
 */
export function isBetweenNeighbours(doc: Y.Doc, before: ReadonlyMap<number, number>): boolean {
  let steps = MOST_STEPS;
  const reaches = (from: Y.Item | null, id: Y.ID, way: 'left' | 'right'): boolean => {
    for (let item = from; item !== null && steps > 0; item = item[way]) {
      steps -= 1;
      if (holds(item, id)) return true;
    }
    return false;
  };
  for (const [client, structs] of doc.store.clients) {
    const known = before.get(client) ?? 0;
    for (let index = structs.length - 1; index >= 0; index -= 1) {
      const struct = structs[index];
      if (struct === undefined || struct.id.clock + struct.length <= known) break;
      if (!(struct instanceof Y.Item) || struct.origin === null || struct.rightOrigin === null) continue;
      if (!reaches(struct.left, struct.origin, 'left')) return false;
      if (!reaches(struct.right, struct.rightOrigin, 'right')) return false;
    }
  }
  return true;
}

function holds(item: Y.Item, { client, clock }: Y.ID): boolean {
  return item.id.client === client && item.id.clock <= clock && clock < item.id.clock + item.length;
}
