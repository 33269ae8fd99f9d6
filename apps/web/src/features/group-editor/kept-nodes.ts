import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';

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
        // y-tiptap declares its plugin's state as `any`; this is the part of it that is touched here. By now it has drawn
        // the document for the first time.
        const sync = ySyncPluginKey.getState(view.state) as { readonly binding?: Binding } | undefined;
        if (sync?.binding) sync.binding.mapping.clear = keepAll;
        return {};
      },
    }),
  ],
});

interface Binding {
  readonly mapping: Map<unknown, unknown>;
}

function keepAll(): void {
  // Nothing is forgotten.
}
