import { blocks } from '@plenary/blocks';
import { type DocNode, documentSchema } from '@plenary/document';
import { doc, h, li, outcome, p, strong, table, ul } from '@plenary/testing';
import { Node } from '@tiptap/pm/model';
import { describe, expect, it } from 'vitest';
import { countOf, countOfRange } from './count.ts';

const note = (text: string): DocNode => ({ type: 'footnote', content: [{ type: 'text', text }] });
const read = (...content: readonly DocNode[]) => Node.fromJSON(documentSchema(blocks), doc(...content));

describe('the length of a text', () => {
  it.each([
    ['', 0, 0],
    ['Un mot.', 2, 7],
    ['l’équipe d’aujourd’hui', 2, 22],
    ['quoi\u202F? « oui »', 2, 14],
    ['e\u0301te\u0301', 1, 3],
    ['pro bono 2016', 3, 13],
    ['👩‍👩‍👧 ok', 1, 4],
    ['مرحبا بكم', 2, 9],
  ])('%j: %i words, %i characters', (text, words, characters) => {
    expect(countOf(read(p(text)), 'fr')).toEqual({ words, characters });
  });

  it('is that of all lines: headings, items, cells, outcomes and notes', () => {
    const content = read(
      h(2, 'un'),
      p('de', strong('ux'), note('trois'), ' quatre'),
      ul(li('cinq')),
      table([p('six')]),
      outcome('insight', { id: '0123456789abcdef' }, 'sept'),
    );
    expect(countOf(content, 'fr')).toEqual({ words: 7, characters: 2 + 4 + 5 + 7 + 4 + 3 + 4 });
  });

  it('is also that of a part', () => {
    const content = read(p('un deux'), p('trois'));
    expect(countOfRange(content, 4, 13, 'fr')).toEqual({ words: 2, characters: 7 });
  });
});
