import { blocks } from '@plenary/blocks';
import { documentSchema, type DocNode } from '@plenary/document';
import { Node } from '@tiptap/pm/model';
import { describe, expect, it } from 'vitest';
import { readOutline, readWants } from './read-outline.ts';

const heading = (level: number, text: string): DocNode => ({
  type: 'heading',
  attrs: { level },
  ...(text !== '' && { content: [{ type: 'text', text }] }),
});
const paragraph = (text = ''): DocNode => ({
  type: 'paragraph',
  ...(text !== '' && { content: [{ type: 'text', text }] }),
});
const read = (...content: readonly DocNode[]) =>
  readOutline(Node.fromJSON(documentSchema(blocks), { type: 'doc', content })).map(({ text, empty }) => [
    text,
    empty,
  ]);

describe('outline', () => {
  it('says which parts are empty', () => {
    expect(read(heading(2, 'A'), paragraph(), heading(2, 'B'), paragraph('b'), heading(2, 'C'))).toEqual([
      ['A', true],
      ['B', false],
      ['C', true],
    ]);
  });

  it('takes blanks for nothing and a rule for something', () => {
    expect(read(heading(2, 'A'), paragraph('  '), paragraph())).toEqual([['A', true]]);
    expect(read(heading(2, 'A'), { type: 'horizontalRule' })).toEqual([['A', false]]);
  });

  it('does not call a part empty whose text is under a smaller heading', () => {
    expect(read(heading(2, 'A'), heading(3, 'a1'), paragraph('x'))).toEqual([
      ['A', false],
      ['a1', false],
    ]);
  });

  it('marks what has to be filled and what is too long, by the first heading of the part', () => {
    const part = (id: string, level = 2): DocNode => ({ ...heading(level, id), attrs: { level, part: id } });
    const content = [
      part('a'),
      paragraph(' '),
      part('b'),
      paragraph('one two'),
      heading(3, 'three'),
      paragraph('four'),
      part('c'),
      part('a'),
      paragraph('x'),
      part('d'),
      paragraph('one two'),
    ];
    const doc = Node.fromJSON(documentSchema(blocks), { type: 'doc', content });
    const entries = readOutline(doc);
    const demands = [
      { id: 'a', required: true, words: 1 },
      { id: 'b', required: true, words: 3 },
      { id: 'c' },
      { id: 'd', words: 2 },
      { id: 'nowhere', required: true },
    ];
    const wants = readWants(doc, entries, demands, 'en');
    expect(
      entries.flatMap(({ position, text }) => (wants.has(position) ? [[text, wants.get(position)]] : [])),
    ).toEqual([
      ['a', { kind: 'empty' }],
      ['b', { kind: 'long', words: 4, limit: 3 }],
    ]);
  });

  it('leaves out headings without words', () => {
    expect(read(heading(2, ''), paragraph('x'))).toEqual([]);
  });
});
