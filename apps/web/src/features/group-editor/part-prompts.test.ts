import { blocks } from '@plenary/blocks';
import { contentFromTemplate, documentSchema, type DocNode } from '@plenary/document';
import { Node } from '@tiptap/pm/model';
import { describe, expect, it } from 'vitest';
import { findPrompts } from './part-prompts.ts';

const part = (id: string) => ({ id, heading: id.toUpperCase(), prompt: '', expects: [] });
const prompts = new Map([
  ['a', 'What about a?'],
  ['b', 'What about b?'],
]);
const read = (content: DocNode) => findPrompts(Node.fromJSON(documentSchema(blocks), content), prompts);
const seeded = contentFromTemplate({ parts: [part('a'), part('b'), part('unknown')] });

describe('part prompts', () => {
  it('stand in every empty part that asks for something', () => {
    expect(read(seeded).map(({ text }) => text)).toEqual(['What about a?', 'What about b?']);
  });

  it('go with the first letter, and with a second block', () => {
    const [heading, , ...rest] = seeded.content ?? [];
    const written = { type: 'paragraph', content: [{ type: 'text', text: 'x' }] };
    const after = (...nodes: readonly DocNode[]) => ({ type: 'doc', content: [heading!, ...nodes, ...rest] });
    expect(read(after(written)).map(({ text }) => text)).toEqual(['What about b?']);
    expect(read(after({ type: 'paragraph' }, written)).map(({ text }) => text)).toEqual(['What about b?']);
  });

  it('cover exactly their paragraph', () => {
    const doc = Node.fromJSON(documentSchema(blocks), seeded);
    for (const { from, to } of findPrompts(doc, prompts)) {
      expect(doc.nodeAt(from)?.type.name).toBe('paragraph');
      expect(doc.nodeAt(from)?.nodeSize).toBe(to - from);
    }
  });
});
