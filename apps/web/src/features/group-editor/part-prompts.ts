import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** A paragraph that shows a prompt: where it is, and what its part asks for. */
export interface Prompt {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Shows what a part of the template asks for in its empty paragraph. Never in the text itself: a prompt is gone with
 * the first letter. `prompts`: by the part's id.
 */
export function partPrompts(prompts: ReadonlyMap<string, string>): Extension {
  return Extension.create({
    name: 'partPrompts',
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          decorations: ({ doc }) =>
            DecorationSet.create(
              doc,
              findPrompts(doc, prompts).map(({ from, to, text }) =>
                Decoration.node(from, to, { class: 'plenary-prompt', 'data-prompt': text }),
              ),
            ),
        },
      }),
    ],
  });
}

/** The empty paragraphs that are all there is in their part. */
export function findPrompts(doc: Node, prompts: ReadonlyMap<string, string>): readonly Prompt[] {
  const found: Prompt[] = [];
  doc.forEach((node, from, index) => {
    if (node.type.name !== 'paragraph' || node.content.size > 0 || index === 0) return;
    const heading = doc.child(index - 1);
    const following = index + 1 < doc.childCount ? doc.child(index + 1) : undefined;
    const part: unknown = heading.type.name === 'heading' ? heading.attrs['part'] : undefined;
    const alone = following === undefined || following.type.name === 'heading';
    const text = typeof part === 'string' && alone ? prompts.get(part) : undefined;
    if (text !== undefined && text !== '') found.push({ from, to: from + node.nodeSize, text });
  });
  return found;
}
