import { blocks } from '@plenary/blocks';
import { documentSchema, type DocNode } from '@plenary/document';
import { Node } from '@tiptap/pm/model';
import { describe, expect, it } from 'vitest';
import { readOutline } from './read-outline.ts';

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

  it('leaves out headings without words', () => {
    expect(read(heading(2, ''), paragraph('x'))).toEqual([]);
  });
});
