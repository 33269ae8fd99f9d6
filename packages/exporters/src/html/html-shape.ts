import type { Element, ElementContent } from 'hast';
import { emptyShape, type Shape } from '../shape.ts';
import { noteId } from './notes.ts';

/**
 * What stands in the body of a page, and the pictures of its title page; what the page itself adds (ways back, titles of notes, labels) is
 * left out.
 */
export function htmlShape(body: readonly Element[], titlePictures: readonly Element[]): Partial<Shape> {
  const shape = { ...emptyShape(), pictures: titlePictures.length };
  const waiting: ElementContent[] = [...body];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type !== 'element') continue;
    const counted = countedAs(node);
    if (counted !== undefined) shape[counted] += 1;
    waiting.push(...node.children.filter((child) => !isOfThePage(child, node)));
  }
  return shape;
}

// Notes are counted by the numbers that lead to them.
const NOTE_ID = noteId(0).slice(0, -1);

const TAGS: ReadonlyMap<string, keyof Shape> = new Map([
  ...(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const).map((tag) => [tag, 'headings'] as const),
  ['td', 'cells'],
  ['th', 'cells'],
  ['img', 'pictures'],
  ['blockquote', 'quotations'],
  ['pre', 'codes'],
  ['hr', 'rules'],
]);

function countedAs(element: Element): keyof Shape | undefined {
  switch (element.tagName) {
    case 'li':
      return String(element.properties['id']).startsWith(NOTE_ID) ? undefined : 'items';
    case 'a':
      return role(element) === 'doc-noteref' ? 'notes' : 'links';
    case 'div':
      return hasClass(element, 'callout') ? 'callouts' : undefined;
    default:
      return TAGS.get(element.tagName);
  }
}

/** Ways back, the label of a box, the link to a title, and the title of a list of notes. */
function isOfThePage(child: ElementContent, parent: Element): boolean {
  if (child.type !== 'element') return false;
  if (['back', 'back-to-text', 'label', 'to'].some((name) => hasClass(child, name))) return true;
  return role(parent) === 'doc-endnotes' && /^h\d$/.test(child.tagName);
}

function hasClass({ properties }: Element, name: string): boolean {
  const names = properties['className'];
  return Array.isArray(names) && names.includes(name);
}

function role({ properties }: Element): string {
  const value = properties['role'];
  return Array.isArray(value) ? value.join(' ') : String(value);
}
