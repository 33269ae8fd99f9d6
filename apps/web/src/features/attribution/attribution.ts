import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { type WrittenRun, writtenRuns } from './written-runs.ts';

/** Somebody whose words are marked. */
export interface Writer {
  readonly id: string;
  readonly name: string;
  /** Any CSS colour. */
  readonly colour: string;
}

/** What a plugin of this kind is made with. */
export interface AttributionParts {
  readonly fragment: Y.XmlFragment;
  /** Who is bound to a client id; undefined for the template, programs, and whoever is not known yet. */
  readonly writerOf: (client: number) => Writer | undefined;
  /** Told which client ids stand in the text, whenever it was looked through. */
  readonly onClients: (clients: ReadonlySet<number>) => void;
}

export const attributionKey = new PluginKey<AttributionState>('attribution');

interface AttributionState {
  readonly runs: readonly WrittenRun[];
  readonly decorations: DecorationSet;
}

/** Marks move with one's own text at once; whose its new words are is looked up when nothing changed for so long. */
const PAUSE_MS = 250;

/**
 * Marks each passage with who wrote it: a colour, a line below, and the name for who points at it. Registered while
 * somebody wants to see it, so it costs nobody else anything.
 */
export function attributionPlugin(parts: AttributionParts): Plugin<AttributionState> {
  return new Plugin<AttributionState>({
    key: attributionKey,
    state: {
      init: (_config, state) => read(state, parts),
      apply: (transaction, value, _before, state) => next(transaction, value, state, parts),
    },
    props: { decorations: (state) => attributionKey.getState(state)?.decorations },
    view: (view) => lookAgain(view, parts),
  });
}

/** Tells the plugin of a view to look at the text again, because who is who has become known. */
export function refreshAttribution(view: EditorView): void {
  view.dispatch(view.state.tr.setMeta(attributionKey, 'refresh').setMeta('addToHistory', false));
}

/** The first passage of a writer that begins behind a position, else their first one; undefined without any. */
export function nextPassage(
  state: EditorState,
  clients: ReadonlySet<number>,
  behind: number,
): WrittenRun | undefined {
  const runs = (attributionKey.getState(state)?.runs ?? []).filter(({ client }) => clients.has(client));
  return runs.find(({ from }) => from > behind) ?? runs[0];
}

function next(
  transaction: Transaction,
  value: AttributionState,
  state: EditorState,
  parts: AttributionParts,
): AttributionState {
  // y-tiptap replaces the whole document when others write, which no mark survives.
  const isRemote = transaction.docChanged && transaction.getMeta(ySyncPluginKey) !== undefined;
  if (isRemote || transaction.getMeta(attributionKey) === 'refresh') return read(state, parts);
  if (!transaction.docChanged) return value;
  return { ...value, decorations: value.decorations.map(transaction.mapping, transaction.doc) };
}

function read(state: EditorState, { fragment, writerOf }: AttributionParts): AttributionState {
  const { runs, size } = writtenRuns(fragment, state.schema);
  // In the middle of a change the two differ; the marks that are there stay until the next look.
  if (size !== state.doc.content.size)
    return attributionKey.getState(state) ?? { runs: [], decorations: DecorationSet.empty };
  const decorations = runs.flatMap(({ from, to, client }) => {
    const writer = writerOf(client);
    return writer === undefined ? [] : [markOf(from, to, writer)];
  });
  return { runs, decorations: DecorationSet.create(state.doc, decorations) };
}

function markOf(from: number, to: number, { colour, name }: Writer): Decoration {
  return Decoration.inline(from, to, {
    class: 'plenary-written',
    style: `--person: ${colour}`,
    title: name,
  });
}

function lookAgain(view: EditorView, { onClients }: AttributionParts) {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    const runs = attributionKey.getState(view.state)?.runs ?? [];
    onClients(new Set(runs.map(({ client }) => client)));
  };
  waiting = setTimeout(tell, 0);
  return {
    update(_view: EditorView, before: EditorState) {
      if (before.doc.eq(view.state.doc)) return;
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        refreshAttribution(view);
        tell();
      }, PAUSE_MS);
    },
    destroy() {
      clearTimeout(waiting);
    },
  };
}
