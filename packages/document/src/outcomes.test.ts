import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleBlocks } from '../fixtures/sample-block.ts';
import { isBlockId, newBlockId, typesWithBlockId } from './block-id.ts';
import { collectOutcomes } from './collect-outcomes.ts';
import { type DocNode, textOf } from './doc-node.ts';
import { isAllowedLink } from './links.ts';
import { contentFromTemplate } from './template-content.ts';
import { readState, seedUpdate } from './ydoc.ts';

const paragraph = (text: string): DocNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const note = (attrs: Record<string, unknown>, ...content: DocNode[]): DocNode => ({
  type: 'note',
  attrs,
  content,
});

describe('collecting outcomes', () => {
  test('finds them in reading order, nested ones too', () => {
    const inner = note({ id: 'two' }, paragraph('inner'));
    const list = { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('x'), inner] }] };
    const content = {
      type: 'doc',
      content: [
        note({ id: 'one', who: 'Ada' }, paragraph('outer'), list),
        note({ id: 'three' }, paragraph('last')),
      ],
    };
    const outcomes = collectOutcomes(content, sampleBlocks);
    expect(outcomes.map(({ id }) => id)).toEqual(['one', 'two', 'three']);
    expect(outcomes[0]).toMatchObject({ kind: 'note', data: { who: 'Ada' } });
    expect(outcomes.map(({ node }) => textOf(node))).toEqual(['outer\nx\ninner', 'inner', 'last']);
  });

  test('keeps an outcome whose values are wrong, and says why', () => {
    const [outcome] = collectOutcomes(note({ id: 7, who: 42 }, paragraph('kept')), sampleBlocks);
    expect(outcome).toMatchObject({
      id: '',
      data: undefined,
      invalid: expect.stringMatching(/^who: /) as string,
    });
  });

  test('takes a node named like a method of objects for what it is', () => {
    expect(collectOutcomes({ type: 'toString' }, sampleBlocks)).toEqual([]);
  });
});

describe('block ids', () => {
  test('spell the random bytes', () => {
    expect(newBlockId((count) => new Uint8Array(count))).toBe('0000000000000000');
    expect(newBlockId((count) => new Uint8Array(count).fill(255))).toBe('zzzzzzzzzzzzzzzz');
    expect(newBlockId(() => Uint8Array.from([0, 68, 50, 20, 199, 66, 84, 182, 53, 207]))).toBe(
      '0123456789abcdef',
    );
  });

  test('have a form by which they are known', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (bytes) => {
        expect(isBlockId(newBlockId(() => bytes))).toBe(true);
      }),
    );
    expect(isBlockId('"><script>')).toBe(false);
    expect(isBlockId('0123456789abcdef0')).toBe(false);
    expect(isBlockId('0123456789abcdeO')).toBe(false);
  });

  test('are carried by the outcome blocks', () => {
    expect(typesWithBlockId(sampleBlocks)).toEqual(['note']);
  });
});

describe('a template', () => {
  test('becomes a heading and an empty paragraph a part', () => {
    const content = contentFromTemplate({
      parts: [
        { id: 'findings', heading: 'Constats', prompt: 'Ce que…', expects: ['note'] },
        { id: 'next', heading: '', prompt: '', expects: [] },
      ],
    });
    expect(content.content).toEqual([
      {
        type: 'heading',
        attrs: { level: 2, part: 'findings' },
        content: [{ type: 'text', text: 'Constats' }],
      },
      { type: 'paragraph' },
      { type: 'heading', attrs: { level: 2, part: 'next' } },
      { type: 'paragraph' },
    ]);
    expect(textOf(readState(seedUpdate(content, sampleBlocks)))).toBe('Constats\n\n\n');
  });

  test('without parts becomes one empty paragraph', () => {
    expect(contentFromTemplate({ parts: [] }).content).toEqual([{ type: 'paragraph' }]);
  });
});

test.each([
  ['https://example.org/a?b#c', true],
  ['HTTP://example.org', true],
  ['mailto:ada@example.org', true],
  ['tel:+33123456789', true],
  ['javascript:alert(1)', false],
  [' javascript:alert(1)', false],
  ['java\tscript:alert(1)', false],
  ['data:text/html,x', false],
  ['https://exa mple.org', false],
  ['/relative', false],
  ['#here', false],
  ['https://', false],
  ['', false],
])('link %j may stand: %s', (url, allowed) => {
  expect(isAllowedLink(url)).toBe(allowed);
});
