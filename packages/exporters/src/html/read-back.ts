import type { Element, ElementContent, Nodes, Root } from 'hast';
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
  const page = fromHtml(file);
  const named = (name: string): Element[] => [...find(page, ({ tagName }) => tagName === name)];
  return {
    words: wordsOf(page, file),
    shape: htmlShape(named('main'), find({ type: 'root', children: named('header') }, isPicture)),
  };
}

/** The words as somebody hears them who follows each number to its note. */
function wordsOf(page: Root, file: string): string {
  // Most pages have neither, and to build a tree again takes as long as to read it.
  const hasPictures = file.includes('<img');
  const hasNotes = file.includes('doc-endnotes');
  return ['header', 'main']
    .flatMap((name) => find(page, (element) => element.tagName === name).slice(0, 1))
    .map((element) => (hasPictures ? withPicturesAsWords(element) : element))
    .map((element) => (hasNotes ? withNotesInPlace(element) : element))
    .map((element) => toText(element, { whitespace: 'pre-wrap' })) // another way drops the marks of direction
    .join('\n');
}

/** Each note where its number stands, instead of at the end. A note that no number leads to stays where it is. */
function withNotesInPlace(root: Element): Element {
  const lists = find(root, hasRole('doc-endnotes'));
  const notes = new Map(
    lists.flatMap((list) => find(list, ({ tagName }) => tagName === 'li').map((note) => [idOf(note), note])),
  );
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
    return find(element, ({ tagName }) => tagName === 'li').filter((note) => !told.has(idOf(note)));
  });
}

function isBackLink(node: ElementContent): boolean {
  return node.type === 'element' && find(node, hasRole('doc-backlink')).length > 0 && node.tagName !== 'div';
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
