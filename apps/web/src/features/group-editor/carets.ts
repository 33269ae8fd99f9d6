import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { absolutePositionToRelativePosition, relativePositionToAbsolutePosition } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { bindingOf } from './sync-state.ts';
import { caretOf, type PresentUser, selectionOf } from './caret.ts';

/** What carets are told by and drawn from. */
export interface CaretParts {
  readonly awareness: Awareness;
  /** The person whose editor this is. */
  readonly user: PresentUser;
}

/** One's own caret is told to the others this long after it has moved: below what an eye sees, and once a burst. */
const TELL_MS = 40;

/**
 * Tells the others where one's caret is, and draws theirs. What comes in is drawn once a frame, whatever there is of it.
 *
 * Invariants:
 * 1. A caret of somebody else is drawn as long as they have one: it moves with the text and is never taken out for a moment.
 * 2. Only what changed is told: a caret that others' writing moves along has not changed.
 * 3. A key of one's own waits neither for telling nor for drawing.
 */
export const carets = Extension.create<CaretParts>({
  name: 'carets',
  priority: 999,
  addProseMirrorPlugins() {
    const { awareness, user } = this.options;
    return [
      new Plugin<Drawn>({
        key: CARETS,
        state: {
          init: () => NOTHING,
          apply: (transaction, drawn, _before, state) => next(transaction, drawn, state, awareness),
        },
        props: { decorations: (state) => CARETS.getState(state)?.decorations },
        view(view) {
          awareness.setLocalStateField('user', user);
          const telling = tellOwn(view, awareness);
          const drawing = drawOthers(view, awareness);
          return {
            update(_view, before) {
              telling.moved(before);
              drawing.moved(before);
            },
            destroy() {
              drawing.end();
              telling.end();
            },
          };
        },
      }),
    ];
  },
});

const CARETS = new PluginKey<Drawn>('carets');

/** Where somebody's caret is: as they tell it, and the place in the text, moved along since. */
interface Place {
  readonly told: unknown;
  readonly anchor: number;
  readonly head: number;
}

interface Drawn {
  readonly places: ReadonlyMap<number, Place>;
  readonly decorations: DecorationSet;
  /** Somebody's caret is told by text that has not come yet. */
  readonly isAwaited: boolean;
}

const NOTHING: Drawn = { places: new Map(), decorations: DecorationSet.empty, isAwaited: false };

/** Tells where one's own caret is, from the text as it is then. */
function tellOwn(view: EditorView, awareness: Awareness) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    timer = undefined;
    const cursor = view.isDestroyed || !view.hasFocus() ? null : ownCursor(view.state);
    const told: unknown = awareness.getLocalState()?.['cursor'];
    if (JSON.stringify(told ?? null) !== JSON.stringify(cursor))
      awareness.setLocalStateField('cursor', cursor);
  };
  const soon = (): void => {
    timer ??= setTimeout(tell, TELL_MS);
  };
  view.dom.addEventListener('focusin', soon);
  view.dom.addEventListener('focusout', soon);
  soon();
  return {
    moved(before: EditorState): void {
      if (before.doc !== view.state.doc || !before.selection.eq(view.state.selection)) soon();
    },
    end(): void {
      clearTimeout(timer);
      view.dom.removeEventListener('focusin', soon);
      view.dom.removeEventListener('focusout', soon);
      if (awareness.getLocalState() !== null) awareness.setLocalStateField('cursor', null);
    },
  };
}

function drawOthers(view: EditorView, awareness: Awareness) {
  let frame: number | undefined;
  const draw = (): void => {
    frame = undefined;
    if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(CARETS, true).setMeta('addToHistory', false));
  };
  const soon = (): void => {
    frame ??= requestAnimationFrame(draw);
  };
  const changed = ({ added, removed, updated }: Changes): void => {
    const others = [...added, ...removed, ...updated].some((client) => client !== awareness.clientID);
    if (others) soon();
  };
  awareness.on('change', changed);
  soon();
  return {
    moved(before: EditorState): void {
      // A caret may come before the text it stands in: carets are not stored, and wait for no disk.
      const isAwaited = CARETS.getState(view.state)?.isAwaited === true;
      if (isAwaited && before.doc !== view.state.doc) soon();
    },
    end(): void {
      awareness.off('change', changed);
      if (frame !== undefined) cancelAnimationFrame(frame);
    },
  };
}

interface Changes {
  readonly added: readonly number[];
  readonly removed: readonly number[];
  readonly updated: readonly number[];
}

function next(transaction: Transaction, drawn: Drawn, state: EditorState, awareness: Awareness): Drawn {
  if (transaction.getMeta(CARETS) === true) return drawnNow(state, awareness, drawn.places);
  if (!transaction.docChanged) return drawn;
  const { doc, mapping } = transaction;
  // A caret stays before what is put in where it stands; a decoration would go along.
  let isBetween = false;
  const move = (position: number): number => {
    const moved = mapping.map(position, -1);
    isBetween ||= moved !== mapping.map(position, 1);
    return moved;
  };
  const places = new Map<number, Place>();
  for (const [client, { anchor, head, told }] of drawn.places) {
    const moved = move(head);
    places.set(client, { told, anchor: anchor === head ? moved : move(anchor), head: moved });
  }
  const decorations = isBetween
    ? decorationsOf(state, places, awareness)
    : drawn.decorations.map(mapping, doc);
  return { places, decorations, isAwaited: drawn.isAwaited };
}

/** Finds the carets that were told anew; the others are where they have moved along to. */
function drawnNow(state: EditorState, awareness: Awareness, before: ReadonlyMap<number, Place>): Drawn {
  const places = new Map<number, Place>();
  let isAwaited = false;
  for (const [client, one] of awareness.getStates()) {
    const told: unknown = one['cursor'];
    if (client === awareness.clientID || told === undefined || told === null) continue;
    const known = before.get(client);
    const place = known?.told === told ? known : placeOf(state, told);
    if (place) places.set(client, place);
    else isAwaited = true;
  }
  return { places, decorations: decorationsOf(state, places, awareness), isAwaited };
}

function decorationsOf(
  { doc }: EditorState,
  places: ReadonlyMap<number, Place>,
  awareness: Awareness,
): DecorationSet {
  const all = [...places].flatMap(([client, { anchor, head }]) => {
    const user = userOf(awareness, client);
    const caret = Decoration.widget(head, () => caretOf(user), {
      key: `${client} ${JSON.stringify(user)}`,
      side: 10,
    });
    if (anchor === head) return [caret];
    const attrs = selectionOf(user);
    return [
      caret,
      Decoration.inline(Math.min(anchor, head), Math.max(anchor, head), attrs, { inclusiveEnd: true }),
    ];
  });
  return DecorationSet.create(doc, all);
}

/** Stock clients may say anything in their state. */
function userOf(awareness: Awareness, client: number): Readonly<Record<string, unknown>> {
  const user: unknown = awareness.getStates().get(client)?.['user'];
  return typeof user === 'object' && user !== null ? { ...user } : {};
}

function ownCursor(state: EditorState): object | null {
  const binding = bindingOf(state);
  if (!binding) return null;
  const { mapping, type } = binding;
  const { anchor, head } = state.selection;
  const tell = (position: number): Y.RelativePosition =>
    // y-tiptap declares what it gives as `any`.
    absolutePositionToRelativePosition(position, type, mapping) as Y.RelativePosition;
  const to = tell(head);
  return { anchor: anchor === head ? to : tell(anchor), head: to };
}

/** Undefined where the text a caret hangs on is not here. */
function placeOf(state: EditorState, told: unknown): Place | undefined {
  const binding = bindingOf(state);
  if (!binding || typeof told !== 'object' || told === null) return undefined;
  const { doc, mapping, type } = binding;
  const last = Math.max(0, state.doc.content.size - 1);
  const find = (json: unknown): number | undefined => {
    if (typeof json !== 'object' || json === null) return undefined;
    try {
      const place = Y.createRelativePositionFromJSON(json);
      const found = relativePositionToAbsolutePosition(doc, type, place, mapping);
      return found === null ? undefined : Math.min(found, last);
    } catch {
      // Made up: Yjs finds nothing to hang it on.
      return undefined;
    }
  };
  if (!('head' in told) || !('anchor' in told)) return undefined;
  const head = find(told.head);
  const anchor = isSame(told.anchor, told.head) ? head : find(told.anchor);
  return head === undefined || anchor === undefined ? undefined : { told, anchor, head };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
