import { blocks } from '@plenary/blocks';
import { contentFromTemplate, readDocument, seedUpdate, textOf, type DocNode } from '@plenary/document';
import { h, p } from '@plenary/testing';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { fillParts } from './fill-parts.ts';

const template = {
  parts: ['one', 'two'].map((id) => ({ id, heading: `Part ${id}`, prompt: '…', expects: [] })),
};

function seeded(): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedUpdate(contentFromTemplate(template), blocks));
  return doc;
}

const lines = (doc: Y.Doc): string[] => (readDocument(doc).content ?? []).map(textOf);
const parts = (given: Record<string, readonly DocNode[]>): Map<string, readonly DocNode[]> =>
  new Map(Object.entries(given));

test('blocks take the place of the empty paragraph under their heading, in order', () => {
  const doc = seeded();
  fillParts(doc, parts({ two: [p('c')], one: [p('a'), p('b')] }), blocks);
  expect(lines(doc)).toEqual(['Part one', 'a', 'b', 'Part two', 'c']);
});

test('what somebody wrote under a heading stays, after the new blocks', () => {
  const doc = seeded();
  fillParts(doc, parts({ one: [p('first')] }), blocks);
  fillParts(doc, parts({ one: [p('second')] }), blocks);
  expect(lines(doc)).toEqual(['Part one', 'second', 'first', 'Part two', '']);
});

test('a part that the document lost is added at its end', () => {
  const doc = seeded();
  fillParts(doc, parts({ three: [h(2, 'Part three'), p('x')] }), blocks);
  expect(lines(doc)).toEqual(['Part one', '', 'Part two', '', 'Part three', 'x']);
});

test('blocks the schema does not allow change nothing', () => {
  const doc = seeded();
  const before = Y.encodeStateVector(doc);
  const bad = parts({ one: [p('fine')], two: [{ type: 'unheard-of' }] });
  expect(() => fillParts(doc, bad, blocks)).toThrow(/schema/);
  expect(Y.encodeStateVector(doc)).toEqual(before);
});
