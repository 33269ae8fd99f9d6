import { Node } from '@tiptap/core';
import { BLOCK_ID, BLOCK_ID_HTML } from '@plenary/document';
import { lineBreakInOutcome } from './line-break.ts';
import { unwrapAt } from './unwrap.ts';

/**
 * The node of an outcome block, without a view: paragraphs and lists that people write together, an id, and the
 * picked values as attributes that are `null` until picked. In HTML it is a `div` with `data-outcome` and one data
 * attribute each, so that a copy pasted into another group document is the same outcome, and pasted elsewhere its text.
 *
 * Enter on an empty last paragraph leaves the block; Backspace at its very start turns it back into paragraphs.
 */
export function outcomeNode(kind: string, picked: readonly string[]): Node {
  return Node.create({
    name: kind,
    group: 'block',
    content: '(paragraph | bulletList | orderedList)+',
    defining: true,
    addAttributes: () => ({
      [BLOCK_ID]: attribute(BLOCK_ID, BLOCK_ID_HTML),
      ...Object.fromEntries(picked.map((name) => [name, attribute(name, `data-${name}`)])),
    }),
    parseHTML: () => [{ tag: `[data-outcome="${kind}"]` }],
    renderHTML: ({ HTMLAttributes }) => ['div', { 'data-outcome': kind, ...HTMLAttributes }, 0],
    addKeyboardShortcuts: () => ({
      Enter: ({ editor }) => editor.commands.command(lineBreakInOutcome(kind)),
      Backspace: ({ editor }) =>
        editor.commands.command(({ tr, dispatch }) => {
          const { $from, empty } = tr.selection;
          const atStart = empty && $from.parentOffset === 0 && $from.depth > 1 && $from.index(-1) === 0;
          if (!atStart || $from.node(-1).type.name !== kind) return false;
          return unwrapAt(tr, $from.before(-1), dispatch !== undefined);
        }),
    }),
  });
}

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
