import { OUTCOME_PART as PART } from '@plenary/document';
import { Node } from '@tiptap/core';

/** The name of the node that divides the text of an outcome, and of its attribute. */
export const OUTCOME_PART = PART.node;
export const PART_NAME = PART.attribute;

/** How the text of a kind of outcome is divided. */
export interface OutcomeParts {
  /** In the order in which a new outcome has them; each is also a key of the block's `fields`, where its label is. */
  readonly names: readonly string[];
  /** Where text goes that becomes an outcome. */
  readonly main: string;
}

/**
 * One part of an outcome, such as its context or its result: paragraphs and lists that people write together, under
 * the label its block has for `part`. A block that wants parts brings this node along.
 *
 * An outcome never requires its parts: two people may take away or turn different ones at once, and a schema that
 * insists would make the binding of the editor delete what no longer fits. Nothing merges across the edge of a part.
 */
export const outcomePart = Node.create({
  name: OUTCOME_PART,
  content: '(paragraph | bulletList | orderedList | taskList)+',
  defining: true,
  isolating: true,
  addAttributes: () => ({
    [PART_NAME]: {
      default: null,
      parseHTML: (element: Attributed) => element.getAttribute(HTML),
      renderHTML: (attributes: Record<string, unknown>) => {
        const value = attributes[PART_NAME];
        return { [HTML]: typeof value === 'string' ? value : '' };
      },
    },
  }),
  parseHTML: () => [{ tag: `[${HTML}]` }],
  renderHTML: ({ HTMLAttributes }) => ['div', HTMLAttributes, 0],
});

const HTML = 'data-outcome-part';

/** What is asked of an HTML element; this file knows no DOM. */
interface Attributed {
  getAttribute(name: string): string | null;
}
