import { defaultTreeAdapter, html } from 'parse5';
import { attribute, isElement, type PageElement, type PageNode, plainText, textOfNode } from './page.ts';

type Parent = Parameters<typeof defaultTreeAdapter.appendChild>[0];

/**
 * Makes lists of what Word puts into the clipboard and into its pages: paragraphs that say in their style to which list
 * and level they belong, with the bullet or the number as text before the words. Works on the tree itself.
 */
export function makeOfficeLists(page: Parent): void {
  const children = page.childNodes.flatMap((node) => (isElement(node) ? [node] : []));
  for (const child of children) makeOfficeLists(child);
  let run: PageElement[] = [];
  // A copy: making a list takes its paragraphs out.
  for (const node of [...page.childNodes, undefined]) {
    if (node !== undefined && isElement(node) && levelOf(node) !== undefined) run.push(node);
    else if (node === undefined || !isBetween(node)) {
      if (run.length > 0) makeList(run);
      run = [];
    }
  }
}

/** Blanks and comments stand between the paragraphs of one list. */
function isBetween(node: PageNode): boolean {
  return node.nodeName === '#comment' || (textOfNode(node) ?? 'x').trim() === '';
}

/** 1 for an item of a list, 2 for one of a list inside of it; undefined for what is no item. */
function levelOf({ attrs, tagName }: PageElement): number | undefined {
  if (!/^(?:p|h[1-6]|div)$/.test(tagName)) return undefined;
  const style = attrs.find(({ name }) => name === 'style')?.value.slice(0, MAX_STYLE) ?? '';
  const level = /mso-list:\s{0,9}l\d{1,9}\s{1,9}level(\d)/i.exec(style)?.[1];
  return level === undefined ? undefined : Number(level);
}

/** What word processors write has some hundred characters. */
const MAX_STYLE = 2_000;

/** A list that is being made. */
interface OpenList {
  readonly level: number;
  readonly list: PageElement;
  last?: PageElement;
}

function makeList(items: readonly PageElement[]): void {
  const [parent, last] = [items[0]?.parentNode, items.at(-1)];
  if (!parent || !last) return;
  const behind = parent.childNodes[parent.childNodes.indexOf(last) + 1];
  // The lists that are open, the outermost first.
  const open: OpenList[] = [];
  for (const item of items) {
    const level = levelOf(item) ?? 1;
    while (open.length > 0 && (open.at(-1)?.level ?? 0) > level) open.pop();
    const number = takeMarker(item);
    let here = open.at(-1);
    if (!here || here.level < level) {
      const inside = here?.last;
      here = { level, list: newList(number) };
      if (inside) defaultTreeAdapter.appendChild(inside, here.list);
      else if (behind) defaultTreeAdapter.insertBefore(parent, here.list, behind);
      else defaultTreeAdapter.appendChild(parent, here.list);
      open.push(here);
    }
    here.last = element('li');
    defaultTreeAdapter.detachNode(item);
    defaultTreeAdapter.appendChild(here.last, item);
    defaultTreeAdapter.appendChild(here.list, here.last);
  }
}

/** A list that counts from this number, or does not count. */
function newList(number: number | undefined): PageElement {
  const list = element(number === undefined ? 'ul' : 'ol');
  if (number !== undefined && number > 1) list.attrs.push({ name: 'start', value: String(number) });
  return list;
}

function element(name: string): PageElement {
  return defaultTreeAdapter.createElement(name, html.NS.HTML, []);
}

/** Takes the bullet or number away, and gives the number it began with; 1 for a letter, undefined for a bullet. */
function takeMarker(item: PageElement): number | undefined {
  const marker = find(item, (one) =>
    /mso-list:\s{0,9}ignore/i.test(attribute(one, 'style').slice(0, MAX_STYLE)),
  );
  if (!marker) return undefined;
  const text = plainText(marker.childNodes).trim();
  defaultTreeAdapter.detachNode(marker);
  const number = /^\(?(?:\d{1,4}[.,])*(\d{1,4})[.)]?$/.exec(text)?.[1];
  if (number !== undefined) return Number(number);
  // `o` is the hollow bullet of Word; letters and Roman numerals have a sign behind them.
  return /^\(?[a-z]{1,5}[.)]$/i.test(text) ? 1 : undefined;
}

function find(inside: PageElement, wanted: (element: PageElement) => boolean): PageElement | undefined {
  for (const node of inside.childNodes) {
    if (!isElement(node)) continue;
    const found = wanted(node) ? node : find(node, wanted);
    if (found) return found;
  }
  return undefined;
}
