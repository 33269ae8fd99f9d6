import { collectOutcomes, type DocNode, readState, seedUpdate } from '@plenary/document';
import { outcome, p } from '@plenary/testing';
import { expect, test } from 'vitest';
import { blocks } from '../registry.ts';

const part = (name: string, text: string): DocNode => ({
  type: 'outcomePart',
  attrs: { part: name },
  content: [p(text)],
});

test('a good practice goes through a Y.Doc with its parts, in the order in which they were written', () => {
  const content: DocNode = {
    type: 'doc',
    content: [outcome('goodPractice', { id: '0123456789abcdef', contact: 'Ada' })].map((node) => ({
      ...node,
      content: [part('context', 'A town'), part('done', 'A day'), p('loose')],
    })),
  };
  const [found] = collectOutcomes(readState(seedUpdate(content, blocks)), blocks);
  expect(found?.data).toEqual({ contact: 'Ada' });
  expect(found?.node.content).toEqual([part('context', 'A town'), part('done', 'A day'), p('loose')]);
});
