import { defaultTreeAdapter, html } from 'parse5';
import {
  attribute,
  elementsNamed,
  isElement,
  type PageElement,
  type PageNode,
  type PageParent,
  textOfNode,
} from '../html/page.ts';

/**
 * Makes of what a document says by its styles what pages have elements for: boxes, header cells, tasks, and paragraphs
 * that go on with an item of a list. Works on the tree itself.
 */
export function makeReportElements(page: PageParent): void {
  for (const child of page.childNodes.filter(isElement)) makeReportElements(child);
  for (const child of page.childNodes.filter(isElement)) {
    if (isHeading(child)) rename(child, 'th');
    if (child.tagName === 'table' && hasClass(child, 'callout')) makeBoxOfTable(child);
    if (child.tagName === 'li') makeTask(child);
  }
  makeBoxes(page);
  goOnWithItems(page);
}

/** A cell whose paragraphs are in the style of headings of a table. */
function isHeading({ tagName, childNodes }: PageElement): boolean {
  const first = childNodes.find(isElement);
  return tagName === 'td' && first !== undefined && hasClass(first, 'cell-heading');
}

/** A box that holds more than paragraphs is the one cell of a table. */
function makeBoxOfTable(table: PageElement): void {
  const [cell] = elementsNamed(table.childNodes, CELLS);
  const [label, ...others] = cell?.childNodes ?? [];
  for (const node of nodesIn(table)) defaultTreeAdapter.detachNode(node);
  // The label of the cell was taken for that of a box of paragraphs.
  const isTaken = label !== undefined && isElement(label) && hasClass(label, 'callout');
  for (const node of [...(isTaken ? label.childNodes : label ? [label] : []), ...others]) move(node, table);
  rename(table, 'div');
}

const CELLS: ReadonlySet<string> = new Set(['td', 'th']);

/** A label, the text and the facts of a box that are paragraphs beside each other. */
function makeBoxes(parent: PageParent): void {
  let box: PageElement | undefined;
  for (const node of nodesIn(parent)) {
    if (isElement(node) && hasClass(node, 'label') && node.tagName === 'p') {
      box = defaultTreeAdapter.createElement('div', html.NS.HTML, [{ name: 'class', value: 'callout' }]);
      defaultTreeAdapter.insertBefore(parent, box, node);
    }
    const isLine = isElement(node) && ['label', 'box-text', 'details'].some((name) => hasClass(node, name));
    if (box !== undefined && isLine) move(node, box);
    if (!isLine || hasClass(node, 'details')) box = undefined;
  }
}

/** What belongs to an item of the list before it goes into that item, and the list goes on behind it. */
function goOnWithItems(parent: PageParent): void {
  let list: PageElement | undefined;
  let isInterrupted = false;
  for (const node of nodesIn(parent)) {
    const level = isElement(node) ? levelIn(node) : undefined;
    if (list !== undefined && isElement(node) && level !== undefined) {
      const item = lastItem(list, level);
      for (const inside of nodesIn(node)) move(inside, item);
      defaultTreeAdapter.detachNode(node);
      isInterrupted = true;
    } else if (list !== undefined && isInterrupted && isElement(node) && goesOn(node, list)) {
      join(list, node);
    } else {
      list = isElement(node) && isList(node) ? node : undefined;
      isInterrupted = false;
    }
  }
}

/** Which level of lists an element belongs to, as `convert.ts` says it by a class. */
function levelIn(element: PageElement): number | undefined {
  const level = /^in-item-(\d)$/.exec(attribute(element, 'class'))?.[1];
  return level === undefined ? undefined : Number(level);
}

function isList({ tagName }: PageElement): boolean {
  return tagName === 'ul' || tagName === 'ol';
}

/** The last item of a list at this level, or of the lists in it as deep as they go. */
function lastItem(list: PageElement, level: number): PageElement {
  const item = list.childNodes.findLast(isElement) ?? list;
  const inner = level > 1 ? item.childNodes.findLast((node) => isElement(node) && isList(node)) : undefined;
  return inner !== undefined && isElement(inner) ? lastItem(inner, level - 1) : item;
}

/** Whether a list is the rest of the one before it: of the same kind, or what stands in an item that was begun there. */
function goesOn(list: PageElement, before: PageElement): boolean {
  if (!isList(list) || !isList(before)) return false;
  return list.tagName === before.tagName || innerOnly(list) !== undefined;
}

/** The list that is all there is in the first item of another. */
function innerOnly(list: PageElement): PageElement | undefined {
  const first = list.childNodes.find(isElement);
  const [only] = first?.childNodes ?? [];
  return only !== undefined && isElement(only) && isList(only) ? only : undefined;
}

/** Puts the items of the rest at the end of the list; what stands in an item that was begun there goes into that item. */
function join(list: PageElement, rest: PageElement): void {
  const isBegun = innerOnly(rest) !== undefined;
  const item = list.childNodes.findLast(isElement);
  for (const [index, node] of nodesIn(rest).entries()) {
    if (!isBegun || index > 0 || item === undefined || !isElement(node)) {
      move(node, list);
      continue;
    }
    for (const inside of nodesIn(node)) {
      const open = item.childNodes.findLast(isElement);
      if (open !== undefined && isElement(inside) && goesOn(inside, open)) join(open, inside);
      else move(inside, item);
    }
  }
  defaultTreeAdapter.detachNode(rest);
}

/** The sign of a task and the gap behind it, as text before the words. */
function makeTask(item: PageElement): void {
  const [first] = item.childNodes;
  const text = first === undefined ? undefined : textOfNode(first);
  const sign = /^([☐☑☒])\s+/.exec(text ?? '');
  if (first === undefined || text === undefined || sign === null) return;
  const box = defaultTreeAdapter.createElement('span', html.NS.HTML, []);
  defaultTreeAdapter.insertText(box, sign[1] ?? '');
  defaultTreeAdapter.insertBefore(item, box, first);
  defaultTreeAdapter.insertTextBefore(item, text.slice(sign[0].length), first);
  defaultTreeAdapter.detachNode(first);
}

/** A copy: what is done with the nodes changes the list that they are in. */
function nodesIn(parent: PageParent): readonly PageNode[] {
  return Array.from(parent.childNodes);
}

function move(node: PageNode, parent: PageParent): void {
  defaultTreeAdapter.detachNode(node);
  defaultTreeAdapter.appendChild(parent, node);
}

function rename(element: PageElement, name: string): void {
  element.tagName = name;
  element.nodeName = name;
}

function hasClass(element: PageElement, name: string): boolean {
  return attribute(element, 'class').split(' ').includes(name);
}
