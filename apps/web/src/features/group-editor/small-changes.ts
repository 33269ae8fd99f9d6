import { Extension } from '@tiptap/core';
import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { Plugin, type Transaction } from '@tiptap/pm/state';
import { ReplaceStep, StepMap } from '@tiptap/pm/transform';
import { getRelativeSelection, type ProsemirrorBinding, updateYFragment } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { bindingOf } from './sync-state.ts';

/**
 * Lets a change be as large as it is. y-tiptap 3.0 shows every remote change by replacing the whole document, so that
 * nothing that hangs on a place in it survives one letter of somebody else's; and after every transaction it compares
 * the whole document with the shared one, even where only a caret was drawn. Here the blocks that differ are replaced,
 * with a map that says which letters; a document that was compared is not compared again, and of one in which a single
 * block has changed, as with every letter one types, that block alone is.
 */
export const smallChanges = Extension.create({
  name: 'smallChanges',
  addProseMirrorPlugins: () => [
    new Plugin({
      view(view) {
        const binding = bindingOf(view.state);
        if (!binding) return {};
        Object.defineProperty(binding, '_tr', {
          configurable: true,
          get: () => replacingLittle(view.state.tr.setMeta('addToHistory', false)),
        });
        const compare = binding._prosemirrorChanged.bind(binding);
        let compared: Node | undefined;
        binding._prosemirrorChanged = (doc) => {
          if (doc === compared) return;
          const only = onlyChange(binding, doc);
          if (only === undefined) compare(doc);
          else {
            updateYFragment(binding.doc, only.element, only.block, binding);
            binding.beforeTransactionSelection = getRelativeSelection(binding, view.state);
          }
          compared = doc;
        };
        return {};
      },
    }),
  ],
});

/** The one block that differs from the shared document, and what stands for it there. Undefined where more differs. */
function onlyChange({ mapping, type }: ProsemirrorBinding, doc: Node) {
  const elements = type.toArray();
  if (elements.length !== doc.childCount) return undefined;
  const differing = elements.flatMap((element, index) => {
    const block = doc.child(index);
    return mapping.get(element) === block ? [] : [{ element, block }];
  });
  const [only, ...others] = differing;
  if (only === undefined || others.length > 0) return undefined;
  const { block, element } = only;
  return element instanceof Y.XmlElement && element.nodeName === block.type.name
    ? { block, element }
    : undefined;
}

/** A transaction that replaces what differs where it is told to replace everything. */
function replacingLittle(tr: Transaction): Transaction {
  const replace = tr.replace.bind(tr);
  tr.replace = (from, to = from, slice = Slice.empty) => {
    const isAll = from === 0 && to === tr.doc.content.size && slice.openStart === 0 && slice.openEnd === 0;
    if (!isAll || slice.content.childCount === 0) return replace(from, to, slice);
    const step = stepTo(tr.doc, slice.content);
    return step === undefined ? tr : tr.step(step);
  };
  return tr;
}

/** The step that makes a document have this content: whole blocks, the very ones given. Undefined where it has it. */
export function stepTo(doc: Node, content: Fragment): ReplaceStep | undefined {
  const old = doc.children;
  const now = content.content;
  const most = Math.min(old.length, now.length);
  let first = 0;
  while (first < most && old[first] === now[first]) first += 1;
  if (first === old.length && first === now.length) return undefined;
  let last = 0;
  while (last < most - first && old.at(-1 - last) === now.at(-1 - last)) last += 1;
  const from = sizeOf(old.slice(0, first));
  const removed = old.slice(first, old.length - last);
  const added = now.slice(first, now.length - last);
  const map = new StepMap(changesBetween(removed, added, from).flat());
  return new MappedStep(from, from + sizeOf(removed), new Slice(Fragment.from(added), 0, 0), map);
}

/** Replaces blocks, and says of what is in them what has really changed. */
class MappedStep extends ReplaceStep {
  readonly #map: StepMap;

  constructor(from: number, to: number, slice: Slice, map: StepMap) {
    super(from, to, slice);
    this.#map = map;
  }

  override getMap(): StepMap {
    return this.#map;
  }
}

/** Where something was, how long it was, and how long what is there now is: as a `StepMap` counts. */
type Change = readonly [start: number, size: number, newSize: number];

/** What has changed between two rows of blocks. Blocks that are in both are known by identity, and lead through. */
function changesBetween(old: readonly Node[], now: readonly Node[], start: number): readonly Change[] {
  const places = new Map(now.map((block, index) => [block, index]));
  const changes: Change[] = [];
  let [position, from, to] = [start, 0, 0];
  while (from < old.length || to < now.length) {
    const kept = old.findIndex((block, index) => index >= from && (places.get(block) ?? -1) >= to);
    const end = kept === -1 ? old.length : kept;
    const block = old[end];
    const newEnd = (block && places.get(block)) ?? now.length;
    const [gap, filled] = [old.slice(from, end), now.slice(to, newEnd)];
    changes.push(...changesInGap(gap, filled, position));
    position += sizeOf(gap) + (block?.nodeSize ?? 0);
    [from, to] = [end + 1, newEnd + 1];
  }
  return changes;
}

/** What has changed where no block is the same. As many as before are taken for the same ones, written in. */
function changesInGap(old: readonly Node[], now: readonly Node[], start: number): readonly Change[] {
  if (old.length !== now.length || old.some((block, index) => block.isAtom || now[index]?.isAtom === true))
    return changesIn(Fragment.from(old), Fragment.from(now), start);
  let position = start;
  return old.flatMap((block, index) => {
    const changes = changesIn(block.content, now[index]?.content ?? Fragment.empty, position + 1);
    position += block.nodeSize;
    return changes;
  });
}

/** From where two contents begin to differ to where they cease to. */
function changesIn(old: Fragment, now: Fragment, start: number): readonly Change[] {
  const from = old.findDiffStart(now);
  const end = old.findDiffEnd(now);
  if (from === null || end === null) return [];
  // What stands twice can be counted from both sides.
  const overlap = Math.max(0, from - Math.min(end.a, end.b));
  return [[start + from, end.a + overlap - from, end.b + overlap - from]];
}

function sizeOf(blocks: readonly Node[]): number {
  return blocks.reduce((sum, block) => sum + block.nodeSize, 0);
}
