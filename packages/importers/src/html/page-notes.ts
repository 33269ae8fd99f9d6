import { attribute, isElement, type PageElement, type PageNode, plainText, UNREAD } from './page.ts';

/** The footnotes of a page. */
export interface PageNotes {
  /** Where a note's number stands, and the element with its words. */
  readonly byReference: ReadonlyMap<PageElement, PageElement>;
  /** Elements whose words stand elsewhere now. */
  readonly taken: ReadonlySet<PageElement>;
}

export const NO_NOTES: PageNotes = { byReference: new Map(), taken: new Set() };

/**
 * Finds footnotes the way programs and people write them: a raised link of some letters to a list item further down, or
 * what says so by its role. A note that is referred to twice stands at the first place.
 */
export function notesOf(nodes: readonly PageNode[]): PageNotes {
  const targets = new Map<string, PageElement>();
  const references: PageElement[] = [];
  collect(nodes, { raised: false, inNote: false }, targets, references);
  const byReference = new Map<PageElement, PageElement>();
  const taken = new Set<PageElement>();
  for (const reference of references) {
    const target = targets.get(decoded(attribute(reference, 'href').trim().slice(1)));
    if (target === undefined || taken.has(target)) continue;
    byReference.set(reference, target);
    taken.add(target);
  }
  return { byReference, taken };
}

/** What is in a note, without the way back to its number. */
export function contentOfNote(note: PageElement): readonly PageNode[] {
  return withoutWayBack(note.childNodes);
}

interface Around {
  readonly raised: boolean;
  readonly inNote: boolean;
}

function collect(
  nodes: readonly PageNode[],
  around: Around,
  targets: Map<string, PageElement>,
  references: PageElement[],
): void {
  for (const node of nodes) {
    // What is kept as it is written, or is not read at all, has no place for a note.
    if (!isElement(node) || UNREAD.has(node.tagName) || NO_PLACE.has(node.tagName)) continue;
    const isNote = isTarget(node);
    const id = attribute(node, 'id');
    if (isNote && id !== '' && !around.inNote && !targets.has(id)) targets.set(id, node);
    const raised = around.raised || node.tagName === 'sup';
    if (!around.inNote && isReference(node, raised)) references.push(node);
    collect(node.childNodes, { raised, inNote: around.inNote || (isNote && id !== '') }, targets, references);
  }
}

const NO_PLACE: ReadonlySet<string> = new Set(['pre', 'listing', 'xmp', 'svg', 'textarea', 'select']);

function isTarget(element: PageElement): boolean {
  return element.tagName === 'li' || /^doc-(?:footnote|endnote)$/.test(attribute(element, 'role'));
}

function isReference(element: PageElement, raised: boolean): boolean {
  if (element.tagName !== 'a' || !attribute(element, 'href').trim().startsWith('#')) return false;
  if (attribute(element, 'role') === 'doc-noteref') return true;
  return raised && /^[[(]?[\p{L}\p{N}*†‡§]{1,4}[\])]?$/u.test(plainText(element.childNodes).trim());
}

function withoutWayBack(nodes: readonly PageNode[]): readonly PageNode[] {
  return nodes.flatMap((node): readonly PageNode[] => {
    if (!isElement(node)) return [node];
    if (isWayBack(node)) return [];
    return [{ ...node, childNodes: [...withoutWayBack(node.childNodes)] }];
  });
}

/** A sign such as an arrow or a caret, or the letter that tells several of them apart. */
function isWayBack(element: PageElement): boolean {
  if (element.tagName !== 'a' || !attribute(element, 'href').trim().startsWith('#')) return false;
  return attribute(element, 'role') === 'doc-backlink' || WAY_BACK.test(plainText(element.childNodes).trim());
}

const WAY_BACK = /^(?:[^\p{L}\p{N}]{0,3}|[a-z]|([a-z])\1)$/u;

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
