import * as Y from 'yjs';

/**
 * Steps that Yjs may take to find the places of one update's items among what others put there meanwhile. This many
 * take 10 ms. Forty people who all were offline and all wrote two hundred paragraphs at the same place need a few
 * thousand an update, and ten times that when each wrote upwards. Without a bound two updates of 40 KB keep the server
 * busy for a minute: n items of one client id, all said to stand right of the same letter, and n of another.
 */
const MOST_STEPS = 100_000;

/** What is left for the update that is being applied; nobody counts outside of `withinSteps`. */
let stepsLeft = Number.POSITIVE_INFINITY;

/**
 * Runs `apply`, and throws in the midst of it when Yjs would search longer than `MOST_STEPS`: what it was applied to
 * is worth nothing then.
 */
export function withinSteps(apply: () => void): void {
  stepsLeft = MOST_STEPS;
  try {
    apply();
  } finally {
    stepsLeft = Number.POSITIVE_INFINITY;
  }
}

// Yjs offers no place to count at and makes its items itself. To be removed when it bounds the search, or lets us.
// eslint-disable-next-line typescript/unbound-method -- called with its item, below.
const integrate = Y.Item.prototype.integrate;
Y.Item.prototype.integrate = function counted(this: Y.Item, transaction, offset): void {
  if (stepsLeft !== Number.POSITIVE_INFINITY && isContended(this)) search(this, transaction.doc.store);
  integrate.call(this, transaction, offset);
};

/** Whether something stands between the neighbours an item names, so that Yjs has to search. */
function isContended({ left, right, parent }: Y.Item): boolean {
  // What it stood beside is gone, and so is it: somebody wrote in a paragraph that another took away meanwhile.
  if (parent === null) return false;
  return left === null ? right === null || right.left !== null : left.right !== right;
}

/** The search of `Item.integrate`, without its result. */
function search(item: Y.Item, store: Y.Doc['store']): void {
  const passed = new Set<Y.Item>();
  const contending = new Set<Y.Item>();
  for (let other = firstOf(item); other !== null && other !== item.right; other = other.right) {
    spend();
    passed.add(other);
    contending.add(other);
    if (Y.compareIDs(item.origin, other.origin)) {
      if (other.id.client < item.id.client) contending.clear();
      else if (Y.compareIDs(item.rightOrigin, other.rightOrigin)) return;
    } else {
      if (other.origin === null) return;
      const origin = Y.getItem(store, other.origin);
      // A place in the store that holds what is no item is passed by nothing.
      if (!(origin instanceof Y.Item) || !passed.has(origin)) return;
      if (!contending.has(origin)) contending.clear();
    }
  }
}

function firstOf({ left, parent, parentSub }: Y.Item): Y.Item | null {
  if (left !== null) return left.right;
  if (!(parent instanceof Y.AbstractType)) return null;
  if (parentSub === null) return parent._start;
  let first = parent._map.get(parentSub) ?? null;
  while (first !== null && first.left !== null) {
    spend();
    first = first.left;
  }
  return first;
}

function spend(): void {
  stepsLeft -= 1;
  if (stepsLeft < 0) throw new Error('The items contend for one place.');
}
