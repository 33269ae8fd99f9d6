import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { bindingOf } from './sync-state.ts';

/**
 * Lets the editor keep what others have not touched. After every remote change y-tiptap 3.0 forgets which node stands for
 * which part of the shared document, so that it makes all of them anew and the page compares a whole section for one
 * letter. It has just struck out the changed ones, those around them and those that are gone, each by itself; forgetting
 * the rest as well is what is left out here. This goes once y-tiptap keeps them, as y-prosemirror always has.
 */
export const keptNodes = Extension.create({
  name: 'keptNodes',
  addProseMirrorPlugins: () => [
    new Plugin({
      view(view) {
        // By now y-tiptap has drawn the document for the first time.
        const binding = bindingOf(view.state);
        if (binding) binding.mapping.clear = keepAll;
        return {};
      },
    }),
  ],
});

function keepAll(): void {
  // Nothing is forgotten.
}
