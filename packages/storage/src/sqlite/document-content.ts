import * as Y from 'yjs';

/**
 * What a document holds, as text that is the same for the same content, whatever its history and the order in which
 * attributes were set: for comparing two replicas with each other, never for keeping.
 */
export function contentOf(doc: Y.Doc): string {
  const fragment = doc.getXmlFragment('default');
  return JSON.stringify([childrenOf(fragment), sorted(doc.getMap('meta').toJSON())]);
}

/** Whether two replicas know the same updates, and say the same. */
export function isSameDocument(one: Y.Doc, other: Y.Doc): boolean {
  const clocks = clocksOf(one);
  const others = clocksOf(other);
  if (clocks.size !== others.size) return false;
  for (const [client, clock] of clocks) if (others.get(client) !== clock) return false;
  return contentOf(one) === contentOf(other);
}

function clocksOf(doc: Y.Doc): ReadonlyMap<number, number> {
  return Y.decodeStateVector(Y.encodeStateVector(doc));
}

function childrenOf(parent: Y.XmlFragment): readonly unknown[] {
  return parent.toArray().map((child) => {
    if (child instanceof Y.XmlElement)
      return [child.nodeName, sorted(child.getAttributes()), childrenOf(child)];
    return child instanceof Y.XmlText ? sorted(child.toDelta()) : null;
  });
}

/** Keys in one order, all the way down. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value instanceof Y.AbstractType) return sorted(value.toJSON());
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, held]) => [name, sorted(held)] as const);
  return entries.toSorted(([one], [other]) => (one < other ? -1 : 1));
}
