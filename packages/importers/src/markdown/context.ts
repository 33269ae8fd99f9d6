import type { Definition, FootnoteDefinition, Nodes, Root } from 'mdast';
import { Remarks } from '../remarks.ts';

/** What the conversion of one file knows of the whole file. */
export interface Context {
  readonly remarks: Remarks;
  /** Where the links with names go; the first of a name counts. */
  readonly definitions: ReadonlyMap<string, Definition>;
  /** Names that some link or image uses. */
  readonly used: ReadonlySet<string>;
  /** All footnotes, in the order of the file. */
  readonly footnotes: readonly FootnoteDefinition[];
}

export function contextOf(tree: Root): Context {
  const definitions = new Map<string, Definition>();
  const used = new Set<string>();
  const footnotes: FootnoteDefinition[] = [];
  visit(tree, (node) => {
    switch (node.type) {
      case 'definition':
        if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
        break;
      case 'linkReference':
      case 'imageReference':
        used.add(node.identifier);
        break;
      case 'footnoteDefinition':
        footnotes.push(node);
        break;
      default:
    }
  });
  return { remarks: new Remarks(), definitions, used, footnotes };
}

function visit(node: Nodes, see: (node: Nodes) => void): void {
  see(node);
  if ('children' in node) for (const child of node.children) visit(child, see);
}
