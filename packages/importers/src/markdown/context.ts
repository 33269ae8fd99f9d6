import type { DocNode, OutcomeBlocks } from '@plenary/document';
import type { Definition, FootnoteDefinition, FootnoteReference, Nodes, Root, RootContent } from 'mdast';
import type { Pictures } from '../pictures.ts';
import { Remarks } from '../remarks.ts';

/** What the conversion of one file knows of the whole file. */
export interface Context {
  readonly remarks: Remarks;
  readonly pictures: Pictures;
  /** What boxes may be. */
  readonly kinds: OutcomeBlocks;
  /** Where the links with names go; the first of a name counts. */
  readonly definitions: ReadonlyMap<string, Definition>;
  /** Names that some link or image uses. */
  readonly used: ReadonlySet<string>;
  /** All footnotes, in the order of the file. */
  readonly footnotes: readonly FootnoteDefinition[];
  /** Where each footnote that is referred to stands: at its first reference outside of other notes. */
  readonly notes: ReadonlyMap<FootnoteReference, FootnoteDefinition>;
  /** The footnotes that stand somewhere. */
  readonly claimed: ReadonlySet<FootnoteDefinition>;
  /** The blocks that these nodes become. */
  readonly blocksOf: (content: readonly RootContent[], context: Context) => readonly DocNode[];
}

export function contextOf(
  tree: Root,
  { pictures, kinds, blocksOf }: Pick<Context, 'pictures' | 'kinds' | 'blocksOf'>,
): Context {
  const definitions = new Map<string, Definition>();
  const used = new Set<string>();
  const footnotes: FootnoteDefinition[] = [];
  const references: FootnoteReference[] = [];
  visit(tree, false, (node, inNote) => {
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
      case 'footnoteReference':
        if (!inNote) references.push(node);
        break;
      default:
    }
  });
  const notes = placesOf(references, footnotes);
  const claimed = new Set(notes.values());
  const remarks = new Remarks();
  return { remarks, pictures, kinds, definitions, used, footnotes, notes, claimed, blocksOf };
}

function placesOf(
  references: readonly FootnoteReference[],
  footnotes: readonly FootnoteDefinition[],
): ReadonlyMap<FootnoteReference, FootnoteDefinition> {
  const waiting = new Map(footnotes.toReversed().map((footnote) => [footnote.identifier, footnote]));
  const notes = new Map<FootnoteReference, FootnoteDefinition>();
  for (const reference of references) {
    const footnote = waiting.get(reference.identifier);
    if (footnote === undefined) continue;
    notes.set(reference, footnote);
    waiting.delete(reference.identifier);
  }
  return notes;
}

function visit(node: Nodes, inNote: boolean, see: (node: Nodes, inNote: boolean) => void): void {
  see(node, inNote);
  if (!('children' in node)) return;
  for (const child of node.children) visit(child, inNote || node.type === 'footnoteDefinition', see);
}
