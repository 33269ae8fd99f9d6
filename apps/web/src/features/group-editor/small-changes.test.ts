import { blocks } from '@plenary/blocks';
import { documentSchema } from '@plenary/document';
import { createRandom, doc, p } from '@plenary/testing';
import { Fragment, Node } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { expect, it } from 'vitest';
import { stepTo } from './small-changes.ts';

const schema = documentSchema(blocks);
const made = (...texts: readonly string[]): Node =>
  Node.fromJSON(schema, doc(...texts.map((text) => p(text))));

it('takes the very blocks it is given, and leaves the others', () => {
  const before = made('one', 'two', 'three');
  const [block] = made('two!').children;
  if (!block) throw new Error('There is one.');
  const content = before.content.replaceChild(1, block);
  const step = stepTo(before, content);
  const after = step?.apply(before).doc;
  expect(after?.eq(before.copy(content))).toBe(true);
  expect(after?.child(1)).toBe(block);
  expect(after?.child(2)).toBe(before.child(2));
});

it('says which letters are new, so that what hangs on the others stays', () => {
  const before = made('one', 'two', 'three');
  const { children } = made('one', 'two and', 'three');
  const { tr } = EditorState.create({ doc: before });
  const step = stepTo(before, before.content.replaceChild(1, children[1] ?? before));
  if (step) tr.step(step);
  expect(tr.doc.textContent).toBe('onetwo andthree');
  // In “two”, behind it, and in “three”.
  expect([7, 9, 12].map((position) => tr.mapping.map(position, -1))).toEqual([7, 9, 16]);
});

it('keeps apart what two people have changed', () => {
  const before = made('one', 'two', 'three', 'four');
  const [one, , three] = made('one!', '', 'thre').children;
  const { tr } = EditorState.create({ doc: before });
  const [, added] = made('', 'between').children;
  const [, two, , four] = before.children;
  const all = [one, two, added, three, four].flatMap((block) => block ?? []);
  const step = stepTo(before, Fragment.from(all));
  if (step) tr.step(step);
  expect(tr.doc.children).toEqual(all);
  // In “one”, in “two”, which nobody has touched, and in “four”.
  expect([2, 7, 19].map((position) => tr.mapping.map(position))).toEqual([2, 8, 28]);
});

it('does nothing where nothing differs, and no map where only the nodes are others', () => {
  const before = made('one', 'two');
  expect(stepTo(before, before.content)).toBeUndefined();
  const { tr } = EditorState.create({ doc: before });
  const step = stepTo(before, made('one', 'two').content);
  if (step) tr.step(step);
  expect([0, 1, 3, 6, 10].map((position) => tr.mapping.map(position))).toEqual([0, 1, 3, 6, 10]);
});

it('makes any document of any other', () => {
  const random = createRandom(7);
  const WORDS = ['', 'a', 'aa', 'ab', 'ba', 'aba'];
  const some = () => Array.from({ length: 1 + random.below(5) }, () => random.pick(WORDS));
  for (let turn = 0; turn < 500; turn += 1) {
    const before = made(...some());
    const kept = before.children.filter(() => random.chance(0.5));
    const added = random.chance(0.7) ? made(...some()).children : [];
    const all = random.chance(0.5) ? [...kept, ...added] : [...added, ...kept];
    const after =
      all.length === 0 ? made(...some()) : before.copy(made('').content.replaceChild(0, all[0] ?? before));
    let { content } = after;
    for (const block of all.slice(1)) content = content.addToEnd(block);
    const { tr } = EditorState.create({ doc: before });
    const step = stepTo(before, content);
    if (step) tr.step(step);
    expect(tr.doc.eq(before.copy(content))).toBe(true);
    // Every place of the old document has one in the new.
    for (let at = 0; at <= before.content.size; at += 1) {
      const to = tr.mapping.map(at);
      expect(to >= 0 && to <= tr.doc.content.size, `${at} to ${to}`).toBe(true);
    }
  }
});
