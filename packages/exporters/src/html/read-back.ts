import type { Element, ElementContent, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toText } from 'hast-util-to-text';
import type { ReadBack } from '../exporter.ts';
import { withPicturesAsWords } from '../pictures-as-words.ts';
import { htmlShape } from './html-shape.ts';

/**
 * A page as a parser of HTML sees it. The contents repeat titles, and the footer the title page: what is read is what is
 * seen once.
 */
export function readHtml(file: string): ReadBack {
  const page = fromHtml(withoutStyle(file));
  const first = (name: string): readonly Element[] =>
    find(page, ({ tagName }) => tagName === name).slice(0, 1);
  // Most pages have neither, and to build a tree again takes as long as to read it.
  const has = { pictures: file.includes('<img'), notes: file.includes('doc-noteref') };
  return readTrees(first('header'), first('main'), has);
}

/**
 * A page without the style in its head, which holds the fonts: half a million letters, of which a parser makes one text by looking at each. In a head a
 * style ends where its end is written, whatever is in it, so the rest is read as before.
 */
function withoutStyle(file: string): string {
  const start = file.indexOf('<style>');
  const end = file.indexOf('</style>', start);
  const isInHead = start !== -1 && end !== -1 && end < file.indexOf('</head>', start);
  return isInHead ? file.slice(0, start) + file.slice(end) : file;
}

/** What stands on a title page and in the pages after it. */
export function readTrees(
  titlePage: readonly Element[],
  pages: readonly Element[],
  has: { readonly pictures: boolean; readonly notes: boolean },
): ReadBack {
  return {
    words: [...titlePage, ...pages]
      .map((element) => (has.pictures ? withPicturesAsWords(element) : element))
      .map((element) => (has.notes ? withNotesInPlace(element) : element))
      .map((element) => toText(element, { whitespace: 'pre-wrap' })) // another way drops the marks of direction
      .join('\n'),
    shape: htmlShape(
      pages,
      titlePage.flatMap((element) => find(element, isPicture)),
    ),
  };
}

/** Each note where its number stands, instead of at the end. A note that no number leads to stays where it is. */
function withNotesInPlace(root: Element): Element {
  const lists = find(root, hasRole('doc-endnotes'));
  const notes = new Map(lists.flatMap((list) => find(list, isNote).map((note) => [idOf(note), note])));
  const told = new Set<string>();
  const inPlace = rebuilt(root, (element) => {
    const href = element.properties['href'];
    const note =
      hasRole('doc-noteref')(element) && typeof href === 'string' ? notes.get(href.slice(1)) : undefined;
    if (note === undefined) return [element];
    told.add(idOf(note));
    const words = note.children.filter((child) => !isBackLink(child));
    return [{ type: 'element', tagName: 'div', properties: {}, children: words }];
  });
  return rebuilt(inPlace, (element) => {
    if (!hasRole('doc-endnotes')(element)) return [element];
    return find(element, isNote).filter((note) => !told.has(idOf(note)));
  });
}

function isBackLink(node: ElementContent): boolean {
  return node.type === 'element' && find(node, hasRole('doc-backlink')).length > 0 && node.tagName !== 'div';
}

/** In a list on a page, by itself in a book. */
function isNote({ tagName }: Element): boolean {
  return tagName === 'li' || tagName === 'aside';
}

function isPicture({ tagName }: Element): boolean {
  return tagName === 'img';
}

function hasRole(role: string): (element: Element) => boolean {
  return ({ properties }) => {
    const own = properties['role'];
    return own === role || (Array.isArray(own) && own.includes(role));
  };
}

function idOf({ properties }: Element): string {
  return String(properties['id']);
}

/** The outermost elements of a kind, in reading order; an element itself counts. */
function find(node: Nodes, is: (element: Element) => boolean): readonly Element[] {
  if (node.type === 'element' && is(node)) return [node];
  return 'children' in node ? node.children.flatMap((child) => find(child, is)) : [];
}

function rebuilt(root: Element, change: (element: Element) => readonly ElementContent[]): Element {
  const children = root.children.flatMap((child): readonly ElementContent[] => {
    if (child.type !== 'element') return [child];
    return change(child).map((changed) => (changed === child ? rebuilt(child, change) : changed));
  });
  return { ...root, children };
}
