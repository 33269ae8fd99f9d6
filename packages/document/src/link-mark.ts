import { Mark, markPasteRule } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { HtmlElement } from './html-element.ts';
import { isAllowedLink } from './links.ts';

/**
 * A link: `href`, and `title` where another program gave one. How a link opens is the reader's business, so `target`,
 * `rel` and `class` are there, as in other documents of Tiptap, and nothing here sets them.
 *
 * An address that is pasted becomes a link; over selected words, theirs. Tiptap's own brings a list of all top-level
 * domains along to find addresses without a scheme, which is twice as much as everything this document's prose needs.
 */
export const link = Mark.create({
  name: 'link',
  priority: 1000,
  keepOnSplit: false,
  exitable: true,
  inclusive: false,
  addAttributes: () => ({
    href: { default: null },
    target: { default: null },
    rel: { default: null },
    class: { default: null },
    title: { default: null },
  }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element: HtmlElement) => isAllowedLink(element.getAttribute('href') ?? '') && null,
    },
  ],
  renderHTML({ HTMLAttributes }) {
    const href: unknown = HTMLAttributes['href'];
    const allowed = typeof href === 'string' && isAllowedLink(href);
    return ['a', allowed ? HTMLAttributes : { ...HTMLAttributes, href: '' }, 0];
  },
  addCommands() {
    return {
      setLink:
        ({ href }) =>
        ({ chain }) =>
          isAllowedLink(href) && chain().setMark(this.name, { href }).run(),
      unsetLink:
        () =>
        ({ chain }) =>
          chain().unsetMark(this.name, { extendEmptyMarkRange: true }).run(),
    };
  },
  addPasteRules() {
    return [
      markPasteRule({
        find: (text) =>
          [...text.matchAll(ADDRESS)].flatMap(({ index, 0: words }) => {
            const href = words.replace(AFTER_ADDRESS, '');
            return isAllowedLink(href) ? [{ index, text: href, data: { href } }] : [];
          }),
        type: this.type,
        // What `find` gave it.
        getAttributes: ({ data }) => ({ href: data?.['href'] as string | undefined }),
      }),
    ];
  },
  addProseMirrorPlugins() {
    const { type } = this;
    return [
      new Plugin({
        props: {
          handlePaste: (view, _event, slice) => {
            const { empty, from, to } = view.state.selection;
            const pasted = slice.content.textBetween(0, slice.content.size).trim();
            const href = DOMAIN.test(pasted) ? `https://${pasted}` : pasted;
            if (empty || !isAllowedLink(href)) return false;
            view.dispatch(view.state.tr.addMark(from, to, type.create({ href })));
            return true;
          },
        },
      }),
    ];
  },
});

const ADDRESS = /\b(?:https?:\/\/|mailto:|tel:)[^\s<>"]+/g;
/** What ends the sentence and not the address. */
const AFTER_ADDRESS = /[.,;:!?'’)\]»]+$/;
/** An address as people write it, `example.org/page`. */
const DOMAIN = /^(?:[\w-]+\.)+[a-z]{2,}(?:\/\S*)?$/i;
