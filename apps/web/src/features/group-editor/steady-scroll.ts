import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { isByOthers } from './sync-state.ts';

/**
 * Keeps one's caret in sight while others write, without asking where it is after each of their letters: that would lay
 * the page out in the middle of a change, and once more when their carets have moved. Where others have made the text
 * higher or lower, and only there, the page is moved, once it is laid out anyway.
 */
export const steadyScroll = Extension.create({
  name: 'steadyScroll',
  addProseMirrorPlugins: () => {
    let isMoved = false;
    return [
      new Plugin({
        props: {
          handleScrollToSelection(view) {
            if (typeof ResizeObserver === 'undefined' || !isByOthers(ySyncPluginKey.getState(view.state)))
              return false;
            isMoved = true;
            return true;
          },
        },
        view(view) {
          if (typeof ResizeObserver === 'undefined') return {};
          const observer = new ResizeObserver(() => {
            if (isMoved) view.dispatch(view.state.tr.scrollIntoView().setMeta('addToHistory', false));
            isMoved = false;
          });
          observer.observe(view.dom);
          return {
            update(_view, before) {
              // Whoever does something themselves is brought to where they do it.
              if (!isByOthers(ySyncPluginKey.getState(view.state)) && before.doc !== view.state.doc)
                isMoved = false;
            },
            destroy: () => observer.disconnect(),
          };
        },
      }),
    ];
  },
});
