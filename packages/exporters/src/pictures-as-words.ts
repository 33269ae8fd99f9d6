import type { Element, ElementContent, Root } from 'hast';

/** The same HTML with what each picture shows as words in its place, because a text of a page leaves pictures out. */
export function withPicturesAsWords<Node extends Element | Root>(node: Node): Node {
  const children = node.children.map((child) => {
    if (child.type !== 'element') return child;
    if (child.tagName !== 'img') return withPicturesAsWords(child);
    const words: ElementContent = { type: 'text', value: altOf(child) };
    return { type: 'element' as const, tagName: 'div', properties: {}, children: [words] };
  });
  return { ...node, children };
}

function altOf({ properties }: Element): string {
  const alt = properties['alt'];
  return typeof alt === 'string' ? alt : '';
}
