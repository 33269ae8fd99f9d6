import type { Template } from '@plenary/programme';
import type { DocNode } from './doc-node.ts';

/**
 * What a new group document starts with: for each part of the template a heading of level 2 that remembers the
 * part's id, and an empty paragraph to write in. A template without parts gives one empty paragraph.
 */
export function contentFromTemplate(template: Template): DocNode {
  const content = template.parts.flatMap(({ id, heading }): DocNode[] => [
    {
      type: 'heading',
      attrs: { level: 2, part: id },
      ...(heading !== '' && { content: [{ type: 'text', text: heading }] }),
    },
    { type: 'paragraph' },
  ]);
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}
