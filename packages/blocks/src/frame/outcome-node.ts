import { Node } from '@tiptap/core';
import { BLOCK_ID, BLOCK_ID_HTML } from '@plenary/document';
import type { NodeType } from '@tiptap/pm/model';
import { lineBreakInOutcome } from './line-break.ts';
import { OUTCOME_PART, type OutcomeParts, outcomePart } from './outcome-part.ts';
import { deleteInPart, enterInPart, eraseInPart } from './part-keys.ts';
import { unwrapAt } from './unwrap.ts';

/**
 * The node of an outcome block, without a view: paragraphs and lists that people write together, in `parts` where
 * there are some, an id, and the picked values as attributes that are `null` until picked. In HTML it is a `div` with
 * `data-outcome` and one data attribute each, so that a copy pasted into another group document is the same outcome,
 * and pasted elsewhere its text.
 *
 * Enter on an empty last paragraph leaves the block; Backspace at its very start turns it back into paragraphs.
 */
export function outcomeNode(kind: string, picked: readonly string[], parts?: OutcomeParts): Node {
  const text = 'paragraph | bulletList | orderedList | taskList';
  return Node.create({
    name: kind,
    group: 'block',
    content: parts ? `(${text} | ${OUTCOME_PART})+` : `(${text})+`,
    defining: true,
    extendNodeSchema: ({ name }) => (name === kind ? { [PICKED]: picked, [PARTS]: parts } : {}),
    addExtensions: () => (parts ? [outcomePart] : []),
    addAttributes: () => ({
      [BLOCK_ID]: attribute(BLOCK_ID, BLOCK_ID_HTML),
      ...Object.fromEntries(picked.map((name) => [name, attribute(name, `data-${name}`)])),
    }),
    parseHTML: () => [{ tag: `[data-outcome="${kind}"]` }],
    renderHTML: ({ HTMLAttributes }) => ['div', { 'data-outcome': kind, ...HTMLAttributes }, 0],
    addKeyboardShortcuts: () => ({
      Enter: ({ editor }) =>
        editor.commands.command(enterInPart(kind)) || editor.commands.command(lineBreakInOutcome(kind)),
      Delete: ({ editor }) => editor.commands.command(deleteInPart(kind)),
      Backspace: ({ editor }) =>
        editor.commands.command(eraseInPart(kind)) ||
        editor.commands.command(({ tr, dispatch }) => {
          const { $from, empty } = tr.selection;
          const atStart = empty && $from.parentOffset === 0 && $from.depth > 1 && $from.index(-1) === 0;
          if (!atStart || $from.node(-1).type.name !== kind) return false;
          return unwrapAt(tr, $from.before(-1), dispatch !== undefined);
        }),
    }),
  });
}

/** The names of the values that are picked on a kind of outcome. */
export function pickedOn(type: NodeType): readonly string[] {
  // `outcomeNode` put it there; ProseMirror types whatever else a node's specification holds as `any`.
  return (type.spec[PICKED] as readonly string[] | undefined) ?? [];
}

/** The parts a new outcome of this kind is made with. */
export function partsOf(type: NodeType): OutcomeParts | undefined {
  // As above.
  return type.spec[PARTS] as OutcomeParts | undefined;
}

const PICKED = 'outcomePicked';
const PARTS = 'outcomeParts';

function attribute(name: string, html: string) {
  return {
    default: null,
    // The second half of a split block is another block.
    keepOnSplit: false,
    parseHTML: (element: Attributed) => element.getAttribute(html),
    renderHTML: (attributes: Record<string, unknown>) => {
      const value = attributes[name];
      return typeof value === 'string' ? { [html]: value } : {};
    },
  };
}

/** What is asked of an HTML element; this file knows no DOM. */
interface Attributed {
  getAttribute(name: string): string | null;
}
