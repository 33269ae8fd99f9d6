import { isAllowedLink } from '@plenary/document';
import { type ChainedCommands, Extension, InputRule } from '@tiptap/core';
import { withScheme } from './link-address.ts';

/**
 * What Markdown writes and the nodes of the schema do not hear by themselves: `[ ] ` and `[x] ` at the start of a
 * paragraph or of an item begin a task, and `[words](address)` makes a link. The rest (`#`, `-`, `1.`, `>`, ```` ``` ````,
 * `---`, `**`, `*`, `` ` ``, `~~`) is theirs.
 */
export const markdownShortcuts = Extension.create({
  name: 'markdownShortcuts',
  addInputRules: () => [taskRule, linkRule],
});

const taskRule = new InputRule({
  find: /^\[([ xX]?)\]\s$/,
  handler({ state, range, match, chain }) {
    const { $from } = state.selection;
    if ($from.parent.type.name !== 'paragraph' || isInTask($from)) return null;
    const made = chain().deleteRange(range).toggleTaskList();
    const isDone = match[1]?.toLowerCase() === 'x';
    return (isDone ? checked(made) : made).run() ? undefined : null;
  },
});

function isInTask($from: {
  readonly depth: number;
  node(depth: number): { readonly type: { readonly name: string } };
}) {
  return $from.depth > 1 && $from.node(-1).type.name === 'taskItem';
}

function checked(chain: ChainedCommands): ChainedCommands {
  return chain.updateAttributes('taskItem', { checked: true });
}

const linkRule = new InputRule({
  // An address has a dot or says what it is; `list[0](1)` has neither.
  find: /\[([^[\]\n]+)\]\(([^()\s]*[.:][^()\s]*)\)$/,
  handler({ state, range, match: [, words = '', address = ''] }) {
    const { tr, schema } = state;
    const link = schema.marks['link'];
    const href = withScheme(address);
    const start = range.from + 1;
    // What stands in the line and is no text counts otherwise in the match than in the document.
    const isText = tr.doc.textBetween(start, start + words.length) === words;
    if (!link || !isText || !isAllowedLink(href)) return null;
    tr.delete(start + words.length, range.to).delete(range.from, start);
    tr.addMark(range.from, range.from + words.length, link.create({ href })).removeStoredMark(link);
    return undefined;
  },
});
