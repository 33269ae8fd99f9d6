import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';
import { UnreadableFile } from '../importer.ts';

/** An element, a text or a comment of a page. */
export type PageNode = DefaultTreeAdapterTypes.ChildNode;
export type PageElement = DefaultTreeAdapterTypes.Element;
/** What holds nodes of a page: an element, or the page itself. */
export type PageParent = DefaultTreeAdapterTypes.ParentNode;
type Document = DefaultTreeAdapterTypes.Document;

/**
 * Elements inside one another, as deep as browsers build them. Real pages have up to a hundred; what walks over the
 * tree does so recursively and has stack for some thousands.
 */
export const MAX_OPEN_ELEMENTS = 512;

/**
 * Elements of one page. The longest page at hand has 2,600. Bad nesting makes the parser repeat elements, a hundred
 * for each letter, so the bytes alone say nothing about what comes of them.
 */
export const MAX_ELEMENTS = 100_000;

/**
 * The tree a browser would build of this page, by the rules for pages without scripts; nothing is run and nothing
 * fetched. Throws `UnreadableFile` where it would grow beyond what a section may hold.
 */
export function parsePage(html: string): Document {
  let [elements, open] = [0, 0];
  return parse(html, {
    scriptingEnabled: false,
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(tag, namespace, attributes) {
        elements += 1;
        if (elements > MAX_ELEMENTS) throw new UnreadableFile('too-large');
        return defaultTreeAdapter.createElement(tag, namespace, attributes);
      },
      onItemPush() {
        open += 1;
        if (open > MAX_OPEN_ELEMENTS) throw new UnreadableFile('too-deep');
      },
      onItemPop() {
        open -= 1;
      },
    },
  });
}

export function isElement(node: PageNode): node is PageElement {
  return 'tagName' in node;
}

/** The text of a text node; undefined for anything else. */
export function textOfNode(node: PageNode): string | undefined {
  return node.nodeName === '#text' && 'value' in node ? node.value : undefined;
}

/** The value of an attribute; an empty text where it is absent. */
export function attribute(element: PageElement, name: string): string {
  return element.attrs.find((one) => one.name === name)?.value ?? '';
}

export function hasAttribute(element: PageElement, name: string): boolean {
  return element.attrs.some((one) => one.name === name);
}

/** All text in these nodes as it is written, programs and style sheets excepted; a line feed for each `<br>`. */
export function plainText(nodes: readonly PageNode[]): string {
  return nodes
    .map((node) => {
      if (!isElement(node)) return textOfNode(node) ?? '';
      if (node.tagName === 'br') return '\n';
      return UNREAD.has(node.tagName) ? '' : plainText(node.childNodes);
    })
    .join('');
}

/** Elements whose text is no text of the page. */
export const UNREAD: ReadonlySet<string> = new Set(['script', 'style', 'template']);

/** All elements in these nodes with one of the names, in the order of the page. */
export function elementsNamed(
  nodes: readonly PageNode[],
  names: ReadonlySet<string>,
): readonly PageElement[] {
  return nodes.flatMap((node) => {
    if (!isElement(node)) return [];
    const inside = elementsNamed(node.childNodes, names);
    return names.has(node.tagName) ? [node, ...inside] : inside;
  });
}
