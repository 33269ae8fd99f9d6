import * as Y from '@y/y';

/** The words below a node of Yjs 14, a string for each run of text in the order of the document; no marks. */
export function wordsIn14(node: unknown): readonly string[] {
  if (node instanceof Y.XmlText) {
    const said: unknown = node.toJSON();
    return typeof said === 'string' ? [said] : [];
  }
  if (!(node instanceof Y.XmlFragment)) return [];
  const nodes: readonly unknown[] = node.toArray();
  return nodes.flatMap(wordsIn14);
}
