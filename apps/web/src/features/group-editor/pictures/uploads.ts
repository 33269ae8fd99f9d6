import type { Editor } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { bindingOf } from '../sync-state.ts';

/** A picture on its way to the server. Only its place in this person's text is taken: nobody else sees it. */
export interface Upload {
  /** What it is called while it waits. */
  readonly name: string;
  /** Absent where there is only something to say. */
  readonly file?: File;
  state: 'sending' | 'failed';
  /** Which share has gone out, from 0 to 1. */
  share: number;
  /** What is wrong, and whether it may go better the next time. */
  problem?: { readonly sentence: string; readonly mayRetry: boolean };
  /** Shows what has changed. */
  show: () => void;
}

interface Placed {
  readonly upload: Upload;
  readonly at: number;
  /** The same place for as long as others write. */
  readonly anchor: Y.RelativePosition | undefined;
}

type Change = { readonly add: Upload; readonly at: number } | { readonly remove: Upload };

const key = new PluginKey<readonly Placed[]>('pictureUploads');

/** Shows an upload at its place in the text, from now until it is taken away. `dom` makes what is shown. */
export function placeUpload(
  editor: Editor,
  upload: Upload,
  at: number,
  dom: (upload: Upload) => HTMLElement,
): void {
  if (key.getState(editor.state) === undefined) editor.registerPlugin(pluginWith(dom));
  const change: Change = { add: upload, at };
  editor.view.dispatch(editor.state.tr.setMeta(key, change));
}

/** Shows it no longer; the place where it was, as the text is now. Undefined where it is not there any more. */
export function takeUpload(editor: Editor, upload: Upload): number | undefined {
  if (editor.isDestroyed) return undefined;
  const placed = uploadsIn(editor).find((one) => one.upload === upload);
  if (placed === undefined) return undefined;
  const change: Change = { remove: upload };
  editor.view.dispatch(editor.state.tr.setMeta(key, change));
  return placed.at;
}

/** All that are on their way in this editor, or could not be sent. */
export function uploadsIn({ state }: Editor): readonly Placed[] {
  return key.getState(state) ?? [];
}

function pluginWith(dom: (upload: Upload) => HTMLElement): Plugin<readonly Placed[]> {
  return new Plugin<readonly Placed[]>({
    key,
    state: {
      init: () => [],
      apply: (transaction, placed, _before, state) =>
        changed(moved(placed, transaction, state), transaction, state),
    },
    props: {
      decorations(state) {
        const widgets = (key.getState(state) ?? []).map(({ upload, at }) =>
          Decoration.widget(at, () => dom(upload), {
            key: keyOf(upload),
            side: 1,
            ignoreSelection: true,
            stopEvent,
          }),
        );
        return DecorationSet.create(state.doc, widgets);
      },
    },
  });
}

function changed(placed: readonly Placed[], transaction: Transaction, state: EditorState): readonly Placed[] {
  // Only this file sets it.
  const change = transaction.getMeta(key) as Change | undefined;
  if (change === undefined) return placed;
  if ('remove' in change) return placed.filter(({ upload }) => upload !== change.remove);
  return [...placed, { upload: change.add, at: change.at, anchor: anchorOf(state, change.at) }];
}

/** What others write replaces the whole text for ProseMirror; Yjs knows where the place is then. */
function moved(placed: readonly Placed[], transaction: Transaction, state: EditorState): readonly Placed[] {
  if (!transaction.docChanged || placed.length === 0) return placed;
  const isForeign = transaction.getMeta(ySyncPluginKey) !== undefined;
  return placed.map((one) => {
    const known = isForeign && one.anchor !== undefined ? placeOf(state, one.anchor) : null;
    const at = known ?? transaction.mapping.map(one.at, 1);
    return { ...one, at: Math.min(at, state.doc.content.size) };
  });
}

function anchorOf(state: EditorState, at: number): Y.RelativePosition | undefined {
  const binding = bindingOf(state);
  if (binding === undefined) return undefined;
  // What it gives is one; its own types say so of nothing.
  return absolutePositionToRelativePosition(at, binding.type, binding.mapping) as Y.RelativePosition;
}

function placeOf(state: EditorState, anchor: Y.RelativePosition): number | null {
  const binding = bindingOf(state);
  return binding === undefined
    ? null
    : relativePositionToAbsolutePosition(binding.doc, binding.type, anchor, binding.mapping);
}

const numbers = new WeakMap<Upload, number>();
let count = 0;

/** So that what is shown stays the same element while others write around it. */
function keyOf(upload: Upload): string {
  const number = numbers.get(upload) ?? (count += 1);
  numbers.set(upload, number);
  return `upload-${number}`;
}

/** Its buttons are no part of the text. */
function stopEvent(): boolean {
  return true;
}
