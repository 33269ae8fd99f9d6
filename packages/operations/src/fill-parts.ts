import { appendBlocks, FRAGMENT, type DocNode, type OutcomeBlocks } from '@plenary/document';
import * as Y from 'yjs';

/**
 * Writes blocks under the headings that a template seeded, each where an empty paragraph waits, as one edit. A part
 * the document does not have is added at the end, so that nothing is dropped. Throws `InvalidContent` before anything
 * is changed.
 */
export function fillParts(
  doc: Y.Doc,
  parts: ReadonlyMap<string, readonly DocNode[]>,
  blocks: OutcomeBlocks,
): void {
  const made = [...parts].map(([part, nodes]) => ({ part, elements: elementsOf(nodes, blocks) }));
  doc.transact(() => {
    const fragment = doc.getXmlFragment(FRAGMENT);
    for (const { part, elements } of made) {
      const heading = fragment.toArray().findIndex((node) => partOf(node) === part);
      const at = heading === -1 ? fragment.length : heading + 1;
      if (isEmptyParagraph(fragment.toArray()[at])) fragment.delete(at, 1);
      fragment.insert(at, elements);
    }
  });
}

/** Y elements that belong to no document yet. */
function elementsOf(nodes: readonly DocNode[], blocks: OutcomeBlocks): Y.XmlElement[] {
  const scratch = new Y.Doc();
  try {
    appendBlocks(scratch, nodes, blocks);
    return scratch
      .getXmlFragment(FRAGMENT)
      .toArray()
      .flatMap((node) => (node instanceof Y.XmlElement ? [node.clone()] : []));
  } finally {
    scratch.destroy();
  }
}

function partOf(node: unknown): string | undefined {
  if (!(node instanceof Y.XmlElement) || node.nodeName !== 'heading') return undefined;
  const part: unknown = node.getAttribute('part');
  return typeof part === 'string' ? part : undefined;
}

function isEmptyParagraph(node: unknown): boolean {
  return node instanceof Y.XmlElement && node.nodeName === 'paragraph' && node.toArray().every(isEmptyText);
}

function isEmptyText(node: unknown): boolean {
  return node instanceof Y.XmlText && node.length === 0;
}
