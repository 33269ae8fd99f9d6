import {
  attribute,
  elementsNamed,
  isElement,
  type PageElement,
  type PageNode,
  plainText,
  UNREAD,
} from './page.ts';

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
  for (const rule of rulesAboveNotes(nodes)) taken.add(rule);
  return { byReference, taken };
}

/** What is in a note, without the way back to its number. */
export function contentOfNote(note: PageElement): readonly PageNode[] {
  return withoutWayBack(note.childNodes);
}

/** The line that Word draws above the notes of a page. */
function rulesAboveNotes(nodes: readonly PageNode[]): readonly PageElement[] {
  return elementsNamed(nodes, new Set(['div']))
    .filter((element) => /mso-element:\s{0,9}(?:foot|end)note-list/i.test(styleOf(element)))
    .flatMap(({ childNodes }) => childNodes.filter((node) => isElement(node)))
    .filter(({ tagName }) => tagName === 'hr');
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
    const id = idOfNote(node);
    if (id !== '' && !around.inNote && !targets.has(id)) targets.set(id, node);
    const raised = around.raised || node.tagName === 'sup';
    if (!around.inNote && isReference(node, raised)) references.push(node);
    collect(node.childNodes, { raised, inNote: around.inNote || id !== '' }, targets, references);
  }
}

const NO_PLACE: ReadonlySet<string> = new Set(['pre', 'listing', 'xmp', 'svg', 'textarea', 'select']);

/** What references to this element call it, where it may be a note; an empty text where it may not. */
function idOfNote(element: PageElement): string {
  const id = attribute(element, 'id');
  if (element.tagName === 'li' || /^doc-(?:footnote|endnote)$/.test(attribute(element, 'role'))) return id;
  // Word says it in the style, LibreOffice in the name, Google Docs by the way back at the start of the paragraph.
  if (/mso-element:\s{0,9}(?:foot|end)note(?!-)/i.test(styleOf(element))) return `_${id}`;
  if (/^sd(?:foot|end)note\d{1,6}$/.test(id)) return `${id}sym`;
  const first = element.tagName === 'p' ? element.childNodes.find((node) => isElement(node)) : undefined;
  const leadsBack = first && /^#(?:ftnt|endnt)_ref\d/.test(attribute(first, 'href').trim());
  return leadsBack === true ? attribute(first, 'id') : '';
}

function styleOf(element: PageElement): string {
  return attribute(element, 'style').slice(0, 2_000);
}

function isReference(element: PageElement, raised: boolean): boolean {
  if (element.tagName !== 'a' || !attribute(element, 'href').trim().startsWith('#')) return false;
  if (attribute(element, 'role') === 'doc-noteref') return true;
  if (/mso-(?:foot|end)note-id:/i.test(styleOf(element))) return true;
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
  if (
    /^#(?:_(?:ftn|edn)ref|(?:ftnt|endnt)_ref|sd(?:foot|end)note\d{1,6}anc)/.test(
      attribute(element, 'href').trim(),
    )
  )
    return true;
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
