import type { DocNode } from '@plenary/document';
import { itemContent, listNodes, type Numbered, type ReadItem } from '../list-nodes.ts';
import {
  attribute,
  hasAttribute,
  isElement,
  type PageElement,
  type PageNode,
  plainText,
  textOfNode,
} from './page.ts';
import { deeper, type PageContext, within } from './page-context.ts';

/** `ul`, `ol` and `menu`. What stands between the items, as some programs write lists in lists, joins the item before. */
export function listOf(element: PageElement, context: PageContext): readonly DocNode[] {
  const items = itemsOf(element.childNodes, context).map(({ nodes, around, checked }) => ({
    ...itemOf(nodes, around),
    ...(checked !== undefined && { checked }),
  }));
  return listNodes(items, element.tagName === 'ol' ? numberedAs(element) : undefined);
}

/** `dl`: each term in strong type, what is said about it as a list below. */
export function definitionsOf(element: PageElement, context: PageContext): readonly DocNode[] {
  const blocks: DocNode[] = [];
  const about: ReadItem[] = [];
  const endAbout = (): void => {
    blocks.push(...listNodes(about.splice(0)));
  };
  for (const node of entriesOf(element)) {
    const isAbout = isElement(node) && node.tagName === 'dd';
    if (isAbout) {
      about.push(itemOf(node.childNodes, within(node, context)));
      continue;
    }
    const term = isElement(node) && node.tagName === 'dt';
    const found = context.blocksOf(term ? node.childNodes : [node], term ? [{ type: 'bold' }] : [], context);
    if (found.length > 0) endAbout();
    blocks.push(...found);
  }
  endAbout();
  return blocks;
}

/** Terms and what is said about them may be grouped by `div`. */
function entriesOf(element: PageElement): readonly PageNode[] {
  return element.childNodes.flatMap((node) =>
    isElement(node) && node.tagName === 'div' ? node.childNodes : [node],
  );
}

interface Item {
  readonly nodes: PageNode[];
  readonly around: PageContext;
  /** Said of the item itself, as Google Docs does; else a box in it says it. */
  readonly checked?: boolean;
}

function itemsOf(nodes: readonly PageNode[], context: PageContext): readonly Item[] {
  const items: Item[] = [];
  for (const node of nodes) {
    if (isElement(node) && context.notes.taken.has(node)) continue;
    if (isElement(node) && node.tagName === 'li') {
      const isTask = attribute(node, 'role') === 'checkbox';
      const checked = isTask ? { checked: attribute(node, 'aria-checked') === 'true' } : {};
      items.push({ nodes: [...node.childNodes], around: within(node, context), ...checked });
    } else if (items.length > 0) items.at(-1)?.nodes.push(node);
    else if (isElement(node) || (textOfNode(node) ?? '').trim() !== '') {
      items.push({ nodes: [node], around: context });
    }
  }
  return items;
}

function itemOf(nodes: readonly PageNode[], context: PageContext): ReadItem {
  const box = boxOf(nodes);
  const rest = box === undefined ? nodes : without(nodes, box);
  const content = itemContent(context.blocksOf(rest, [], deeper(context, 2)));
  return { content, checked: box && isTicked(box) };
}

function isTicked(box: PageElement): boolean {
  return box.tagName === 'input' ? hasAttribute(box, 'checked') : !plainText(box.childNodes).includes('☐');
}

/** The box to tick at the start of an item, on its own or inside its paragraph or label. */
function boxOf(nodes: readonly PageNode[]): PageElement | undefined {
  const first = nodes.find((node) => isElement(node) || (textOfNode(node) ?? '').trim() !== '');
  if (first === undefined || !isElement(first)) return undefined;
  if (first.tagName === 'input')
    return attribute(first, 'type').toLowerCase() === 'checkbox' ? first : undefined;
  if (first.tagName === 'span' && /^[☐☑☒]$/.test(plainText(first.childNodes).trim())) return first;
  return first.tagName === 'p' || first.tagName === 'label' ? boxOf(first.childNodes) : undefined;
}

function without(nodes: readonly PageNode[], box: PageElement): readonly PageNode[] {
  return nodes.flatMap((node): PageNode[] => {
    if (node === box) return [];
    if (!isElement(node) || (node.tagName !== 'p' && node.tagName !== 'label')) return [node];
    return [{ ...node, childNodes: [...without(node.childNodes, box)] }];
  });
}

function numberedAs(list: PageElement): Numbered {
  const type = attribute(list, 'type');
  return { start: startOf(list), ...(/^[aAiI]$/.test(type) && { type }) };
}

function startOf(list: PageElement): number {
  const first = list.childNodes.find((node): node is PageElement => isElement(node) && node.tagName === 'li');
  const written = attribute(list, 'start') || (first ? attribute(first, 'value') : '');
  return /^\d{1,6}$/.test(written) ? Number(written) : 1;
}
