import { blocks } from '@plenary/blocks';
import { documentSchema, type DocNode } from '@plenary/document';
import { Node } from '@tiptap/pm/model';
import { describe, expect, it } from 'vitest';
import { readOutcomes } from './read-outcomes.ts';

const paragraph = (text = ''): DocNode => ({
  type: 'paragraph',
  ...(text !== '' && { content: [{ type: 'text', text }] }),
});
const outcome = (kind: string, ...texts: readonly string[]): DocNode => ({
  type: kind,
  content: texts.map((text) => paragraph(text)),
});
const parse = (...content: readonly DocNode[]) =>
  Node.fromJSON(documentSchema(blocks), { type: 'doc', content });
const kinds = Object.keys(blocks);

describe('reading outcomes', () => {
  it.each(kinds)('finds a %s, with its words on one line', (kind) => {
    const doc = parse(paragraph('before'), outcome(kind, 'one', 'two'));
    const [found] = readOutcomes(doc);
    expect(found).toMatchObject({ kind, text: 'one two' });
    expect(doc.nodeAt(found?.position ?? -1)?.type.name).toBe(kind);
  });

  it('shows what is picked on one that has no words, and never its id', () => {
    const resource = {
      ...outcome('resource', ''),
      attrs: { id: 'x', lang: 'en', title: 'The guide', kind: 'guide' },
    };
    const empty = { ...outcome('insight', ''), attrs: { id: 'y' } };
    expect(readOutcomes(parse(resource, empty)).map(({ text }) => text)).toEqual(['The guide', '']);
  });

  it('finds those inside other blocks, in order, each at its place', () => {
    const [first = '', second = ''] = kinds;
    const doc = parse(
      { type: 'blockquote', content: [paragraph('x'), outcome(first, 'inside')] },
      outcome(second, 'after'),
    );
    const found = readOutcomes(doc);
    expect(found.map(({ text }) => text)).toEqual(['inside', 'after']);
    for (const { kind, position } of found) expect(doc.nodeAt(position)?.type.name).toBe(kind);
  });

  it('finds the same outcome at its new place after a change before it', () => {
    const [kind = ''] = kinds;
    const doc = parse(paragraph('a'), outcome(kind, 'b'));
    const longer = doc.copy(doc.content.addToStart(doc.child(0)));
    expect(readOutcomes(longer)[0]?.position).toBe(
      (readOutcomes(doc)[0]?.position ?? 0) + doc.child(0).nodeSize,
    );
  });
});
