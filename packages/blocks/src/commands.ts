import type { Command } from '@tiptap/core';
import { BLOCK_ID } from '@plenary/document';
import type { Node, NodeType, ResolvedPos } from '@tiptap/pm/model';
import { TextSelection, type Transaction } from '@tiptap/pm/state';
import { findWrapping } from '@tiptap/pm/transform';
import { partsOf, pickedOn } from './frame/outcome-node.ts';
import { OUTCOME_PART, PART_NAME } from './frame/outcome-part.ts';
import { dissolveParts, unwrapAt } from './frame/unwrap.ts';
import { type Kind, isKind } from './registry.ts';

/**
 * Makes an outcome of the selected paragraphs and lists, the caret staying in the text. Where something else is
 * selected (a heading, a table, an outcome) an empty one is inserted below it, with the caret inside; an outcome of
 * another kind in which nothing is written yet becomes one of this kind instead. `id` is a new block id; `null` leaves
 * it to the editor's extension for ids.
 */
export function insertOutcome(kind: Kind, id: string | null): Command {
  return (props) => {
    const { tr, state, dispatch } = props;
    const type = state.schema.nodes[kind];
    if (!type) return false;
    const around = outcomeAround(tr.selection.$from);
    if (around && around.node.type !== type && isUnwritten(around.node)) {
      return changeOutcome(kind, around.position)(props);
    }
    const attrs = { [BLOCK_ID]: id };
    return wrap(tr, type, attrs, dispatch) || insertBelow(tr, type, attrs, dispatch);
  };
}

/**
 * Makes an outcome of the selection as `insertOutcome` does; inside an outcome of this kind turns it back into
 * paragraphs; inside another kind makes it one of this kind.
 */
export function toggleOutcome(kind: Kind): Command {
  return (props) => {
    const found = outcomeAround(props.tr.selection.$from);
    if (!found) return insertOutcome(kind, null)(props);
    if (found.node.type.name === kind) return unwrapAt(props.tr, found.position, Boolean(props.dispatch));
    return changeOutcome(kind, found.position)(props);
  };
}

/** Makes the outcome around the caret, or the one at `position`, one of this kind, with its id and the values both kinds have. */
export function changeOutcome(kind: Kind, position?: number): Command {
  return ({ tr, state, dispatch }) => {
    const at = position ?? outcomeAround(tr.selection.$from)?.position;
    const node = at === undefined ? null : tr.doc.nodeAt(at);
    const type = state.schema.nodes[kind];
    if (at === undefined || !node || !type || !isKind(node.type.name) || node.type === type) return false;
    if (!dispatch) return true;
    dissolveParts(tr, at);
    tr.setNodeMarkup(at, type, valuesOfBoth(node, type));
    divide(tr, at);
    return true;
  };
}

/** Turns the outcome around the caret, or the one at `position`, back into the paragraphs and lists in it. */
export function unwrapOutcome(position?: number): Command {
  return ({ tr, dispatch }) => {
    const at = position ?? outcomeAround(tr.selection.$from)?.position;
    const node = at === undefined ? null : tr.doc.nodeAt(at);
    if (at === undefined || !node || !isKind(node.type.name)) return false;
    return unwrapAt(tr, at, Boolean(dispatch));
  };
}

type Dispatch = Parameters<Command>[0]['dispatch'];
type Attrs = Readonly<Record<string, unknown>>;

function wrap(tr: Transaction, type: NodeType, attrs: Attrs, dispatch: Dispatch): boolean {
  const range = blocksAround(tr, type);
  if (!range) return false;
  const wrapping = findWrapping(range, type, attrs);
  if (!wrapping || wrapping.length !== 1) return false;
  if (dispatch) {
    tr.wrap(range, wrapping);
    divide(tr, range.start);
    tr.scrollIntoView();
  }
  return true;
}

function insertBelow(tr: Transaction, type: NodeType, attrs: Attrs, dispatch: Dispatch): boolean {
  const range = blocksAround(tr, type);
  const node = type.createAndFill(attrs);
  if (!range || !node) return false;
  if (dispatch) {
    tr.insert(range.end, node);
    tr.setSelection(TextSelection.near(tr.doc.resolve(range.end + 2)));
    divide(tr, range.end);
    tr.scrollIntoView();
  }
  return true;
}

/** Gives the outcome at `position` the parts of its kind: its text into the main one, the others empty around it. */
function divide(tr: Transaction, position: number): void {
  const outcome = tr.doc.nodeAt(position);
  const parts = outcome && partsOf(outcome.type);
  const type = tr.doc.type.schema.nodes[OUTCOME_PART];
  if (!outcome || !parts || !type) return;
  const wasEmpty = outcome.textContent === '';
  const $start = tr.doc.resolve(position + 1);
  const range = $start.blockRange(
    tr.doc.resolve(position + outcome.nodeSize - 1),
    (node) => node === outcome,
  );
  if (!range) return;
  tr.wrap(range, [{ type, attrs: { [PART_NAME]: parts.main } }]);
  const main = parts.names.indexOf(parts.main);
  const emptyParts = (names: readonly string[]) =>
    names.flatMap((name) => type.createAndFill({ [PART_NAME]: name }) ?? []);
  const end = position + (tr.doc.nodeAt(position)?.nodeSize ?? 0) - 1;
  tr.insert(end, emptyParts(parts.names.slice(main + 1)));
  tr.insert(position + 1, emptyParts(parts.names.slice(0, main)));
  if (wasEmpty) tr.setSelection(TextSelection.near(tr.doc.resolve(position + 2)));
}

/** The selected blocks as children of the nearest node an outcome belongs into: not of a list item, nor of an outcome. */
function blocksAround(tr: Transaction, type: NodeType) {
  const { $from, $to } = tr.selection;
  return $from.blockRange($to, (node) => !isKind(node.type.name) && holds(node, type));
}

function holds(parent: Node, type: NodeType): boolean {
  return parent.type.contentMatch.matchType(type) !== null;
}

function outcomeAround($pos: ResolvedPos): { readonly node: Node; readonly position: number } | undefined {
  for (let depth = $pos.depth; depth > 0; depth -= 1) {
    const node = $pos.node(depth);
    if (isKind(node.type.name)) return { node, position: $pos.before(depth) };
  }
  return undefined;
}

function isUnwritten(outcome: Node): boolean {
  const isPicked = pickedOn(outcome.type).some((name) => outcome.attrs[name] !== null);
  return !isPicked && outcome.textContent === '';
}

function valuesOfBoth(node: Node, type: NodeType): Attrs {
  return Object.fromEntries(Object.entries(node.attrs).filter(([name]) => name in (type.spec.attrs ?? {})));
}
