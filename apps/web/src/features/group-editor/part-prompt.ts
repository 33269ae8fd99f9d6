import type { Node } from '@tiptap/pm/model';

/**
 * The prompt for the empty paragraph at `position`: what its part asks for, while the part holds nothing else.
 * Empty everywhere else.
 */
export function promptAt(doc: Node, position: number, prompts: ReadonlyMap<string, string>): string {
  const place = doc.resolve(Math.min(position, doc.content.size));
  if (place.depth !== 0) return '';
  const index = place.index();
  const heading = index > 0 ? doc.child(index - 1) : undefined;
  const following = index + 1 < doc.childCount ? doc.child(index + 1) : undefined;
  const part: unknown = heading?.type.name === 'heading' ? heading.attrs['part'] : undefined;
  const alone = following === undefined || following.type.name === 'heading';
  return typeof part === 'string' && alone ? (prompts.get(part) ?? '') : '';
}
