import * as Y from 'yjs';

/**
 * What a document holds, as text that is the same for the same content, whatever its history and the order in which
 * attributes were set: for comparing two replicas with each other, never for keeping. Without the marks of its text:
 * Yjs takes away marks it thinks nobody needs, and which these are depends on what was applied together.
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
    return child instanceof Y.XmlText ? wordsOf(child) : null;
  });
}

/** The text in one piece, cut only where something else than text stands in it. */
function wordsOf(text: Y.XmlText): readonly unknown[] {
  const words: unknown[] = [];
  // Yjs declares a delta as `any`; each of its parts inserts a string, or an object that stands in the text.
  for (const { insert } of text.toDelta() as readonly { readonly insert: unknown }[]) {
    const before = words.at(-1);
    if (typeof insert === 'string' && typeof before === 'string') words[words.length - 1] = before + insert;
    else words.push(sorted(insert));
  }
  return words;
}

/** Keys in one order, all the way down. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value instanceof Y.AbstractType) return sorted(value.toJSON());
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, held]) => [name, sorted(held)] as const);
  return entries.toSorted(([one], [other]) => (one < other ? -1 : 1));
}
