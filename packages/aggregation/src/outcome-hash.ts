import { contentHash, pickedOn, textOf, type DocNode, type Outcome } from '@plenary/document';

/** What an outcome says, as SHA-256: its words and what is picked on it, whatever they look like. */
export function outcomeHash({ kind, node }: Pick<Outcome, 'kind' | 'node'>): string {
  const known = hashes.get(node);
  if (known !== undefined) return known;
  const picked = Object.fromEntries(Object.entries(pickedOn(node)).filter(([, value]) => value !== null));
  const hash = contentHash({
    type: kind,
    attrs: picked,
    content: [{ type: 'text', text: textOf(node).replaceAll(/\s+/g, ' ').trim() }],
  });
  hashes.set(node, hash);
  return hash;
}

// A node is never changed; its hash is asked for at every compile.
const hashes = new WeakMap<DocNode, string>();
