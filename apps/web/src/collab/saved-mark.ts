/**
 * What the saved mark knows. It never looks at a document: it counts edits and the markers that cover them.
 *
 * ```
 *  edit ──► edits + 1        marker-sent(n) ──► n covers the edits made so far
 *                            marker-echoed(n) ──► those edits are on the server's disk
 * ```
 *
 * Invariants:
 * 1. An edit counts as stored only by the echo of a marker that was sent after it, on the same connection, once
 *    that connection had handed over what the server lacked (its SyncStep1 answered).
 * 2. A lost connection forgets the markers sent on it: an echo that never came proves nothing.
 * 3. The echo of an unknown marker, or a late one, takes nothing back and adds nothing.
 * 4. `saved` means that every edit is stored, and names the time of the echo that completed it.
 * 5. A refused document is never `saved` again; what was unstored then is `unstored`.
 * 6. Text that only this tab holds (no copy on the device, no connection) is `unstored`, never `device`.
 */
export interface SavedMarkState {
  readonly connection: 'down' | 'up';
  /** The server's SyncStep1 was answered on this connection. */
  readonly answered: boolean;
  /** The newest marker waits longer than a working connection needs. */
  readonly stalled: boolean;
  readonly copy: 'unknown' | 'kept' | 'failed';
  readonly refused: boolean;
  readonly edits: number;
  readonly stored: number;
  /** Markers under way: their number and the edits they cover. */
  readonly sent: ReadonlyMap<number, number>;
  /** When everything was last known to be stored, in milliseconds. */
  readonly savedAt: number | undefined;
}

/** What happens to a document, as far as the saved mark is concerned. */
export type SavedMarkInput =
  | { readonly type: 'edit' }
  | { readonly type: 'connection-up' }
  | { readonly type: 'connection-down' }
  /** The reply to the server's SyncStep1 has been sent. */
  | { readonly type: 'step1-answered' }
  | { readonly type: 'marker-sent'; readonly marker: number }
  | { readonly type: 'marker-echoed'; readonly marker: number; readonly at: number }
  | { readonly type: 'stalled' }
  | { readonly type: 'copy-kept' }
  | { readonly type: 'copy-failed' }
  | { readonly type: 'refused' };

/** What a person is told. `at` is a time at which all the text was on the server's disk. */
export type SavedMark =
  /** Nothing written yet on this device, and no connection so far. */
  | { readonly state: 'opening' }
  | { readonly state: 'saved'; readonly at: number; readonly online: boolean }
  | { readonly state: 'saving' }
  | { readonly state: 'device' }
  | { readonly state: 'unstored' };

/** A document that has just been opened: nothing written, nothing known. */
export const INITIAL_SAVED_MARK: SavedMarkState = {
  connection: 'down',
  answered: false,
  stalled: false,
  copy: 'unknown',
  refused: false,
  edits: 0,
  stored: 0,
  sent: new Map(),
  savedAt: undefined,
};

/** The state after an input. Pure: the time comes with the echo. */
export function nextSavedMark(state: SavedMarkState, input: SavedMarkInput): SavedMarkState {
  switch (input.type) {
    case 'edit':
      return { ...state, edits: state.edits + 1 };
    case 'connection-up':
      return { ...state, connection: 'up', answered: false, stalled: false, sent: new Map() };
    case 'connection-down':
      return { ...state, connection: 'down', answered: false, stalled: false, sent: new Map() };
    case 'step1-answered':
      return state.connection === 'up' ? { ...state, answered: true } : state;
    case 'marker-sent':
      if (!state.answered) return state;
      return { ...state, sent: new Map(state.sent).set(input.marker, state.edits) };
    case 'marker-echoed':
      return afterEcho(state, input.marker, input.at);
    case 'stalled':
      return { ...state, stalled: state.connection === 'up' };
    case 'copy-kept':
      return { ...state, copy: 'kept' };
    case 'copy-failed':
      return { ...state, copy: 'failed' };
    case 'refused':
      return { ...state, refused: true, connection: 'down', answered: false, sent: new Map() };
  }
}

/** The mark to show. */
export function savedMarkOf(state: SavedMarkState): SavedMark {
  const { connection, copy, edits, refused, savedAt, stalled, stored } = state;
  const allStored = stored === edits;
  if (allStored && savedAt !== undefined && !refused) {
    return { state: 'saved', at: savedAt, online: connection === 'up' && !stalled };
  }
  if (allStored) return { state: refused && edits > 0 ? 'unstored' : 'opening' };
  if (refused) return { state: 'unstored' };
  if (connection === 'up' && !stalled) return { state: 'saving' };
  return { state: copy === 'kept' ? 'device' : 'unstored' };
}

function afterEcho(state: SavedMarkState, marker: number, at: number): SavedMarkState {
  const covered = state.sent.get(marker);
  if (covered === undefined || state.refused) return state;
  const sent = new Map([...state.sent].filter(([other]) => other > marker));
  const stored = Math.max(state.stored, covered);
  const savedAt = stored === state.edits ? at : state.savedAt;
  return { ...state, sent, stored, savedAt, stalled: false };
}
