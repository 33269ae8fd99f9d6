import { describe, expect, test } from 'vitest';
import { canonicalJson, contentHash } from './canonical.ts';
import type { DocNode } from './doc-node.ts';

const doc = (...content: DocNode[]): DocNode => ({ type: 'doc', content });

describe('canonical JSON', () => {
  test('is this text, for ever: signed fingerprints depend on it', () => {
    const content = doc(
      {
        type: 'heading',
        attrs: { level: 2, part: 'findings' },
        content: [{ type: 'text', text: 'Café “é”' }],
      },
      {
        type: 'paragraph',
        content: [
          {
            type: 'text',
            text: 'a',
            marks: [{ type: 'link', attrs: { href: 'https://x.eu' } }, { type: 'bold' }],
          },
        ],
      },
    );
    expect(canonicalJson(content)).toBe(
      '{"content":[{"attrs":{"level":2,"part":"findings"},"content":[{"text":"Café “é”","type":"text"}],"type":"heading"},' +
        '{"content":[{"marks":[{"type":"bold"},{"type":"link","attrs":{"href":"https://x.eu"}}],"text":"a","type":"text"}],"type":"paragraph"}],"type":"doc"}',
    );
    expect(contentHash(content)).toBe('46bff879ef1fa8c676c66676a202641c3338cd850eaff24365dbd52c220ad538');
  });

  test('is this text, for ever, for what came with version 2', () => {
    const content = doc(
      { type: 'paragraph', attrs: { lang: 'de', dir: null }, content: [{ type: 'text', text: 'Grüße' }] },
      {
        type: 'taskList',
        content: [
          { type: 'taskItem', attrs: { checked: true }, content: [{ type: 'paragraph' }] },
          { type: 'taskItem', attrs: { checked: false }, content: [{ type: 'paragraph' }] },
        ],
      },
      {
        type: 'figure',
        attrs: { asset: 'a'.repeat(64), alt: '', width: 2, height: null },
        content: [{ type: 'footnote', content: [{ type: 'text', text: 'n' }] }],
      },
    );
    expect(canonicalJson(content)).toBe(
      '{"content":[{"attrs":{"lang":"de"},"content":[{"text":"Grüße","type":"text"}],"type":"paragraph"},' +
        '{"content":[{"attrs":{"checked":true},"content":[{"type":"paragraph"}],"type":"taskItem"},{"content":[{"type":"paragraph"}],"type":"taskItem"}],"type":"taskList"},' +
        `{"attrs":{"alt":"","asset":"${'a'.repeat(64)}","width":2},"content":[{"content":[{"text":"n","type":"text"}],"type":"footnote"}],"type":"figure"}],"type":"doc"}`,
    );
  });

  test('does not depend on order, defaults, pieces of text or empty nodes', () => {
    const one = doc({
      type: 'orderedList',
      attrs: { start: 1, type: null },
      content: [
        {
          type: 'listItem',
          content: [
            {
              type: 'paragraph',
              content: [
                { type: 'text', text: 'ab', marks: [{ type: 'italic' }, { type: 'bold', attrs: {} }] },
                { type: 'text', text: '' },
                { type: 'text', text: 'c', marks: [{ type: 'bold' }, { type: 'italic' }] },
              ],
            },
            { type: 'paragraph', content: [] },
          ],
        },
      ],
    });
    const other = doc({
      type: 'orderedList',
      content: [
        {
          type: 'listItem',
          content: [
            {
              type: 'paragraph',
              content: [{ type: 'text', text: 'abc', marks: [{ type: 'bold' }, { type: 'italic' }] }],
            },
            { type: 'paragraph' },
          ],
        },
      ],
    });
    expect(canonicalJson(one)).toBe(canonicalJson(other));
  });

  test.each<[string, DocNode, DocNode]>([
    ['a word', { type: 'paragraph', content: [{ type: 'text', text: 'a' }] }, { type: 'paragraph' }],
    [
      'a mark',
      { type: 'paragraph', content: [{ type: 'text', text: 'a' }] },
      { type: 'paragraph', content: [{ type: 'text', text: 'a', marks: [{ type: 'bold' }] }] },
    ],
    ['an attribute', { type: 'action', attrs: { due: '2016-10-14' } }, { type: 'action' }],
    [
      'a list number',
      { type: 'orderedList', attrs: { start: 1 } },
      { type: 'orderedList', attrs: { start: 2 } },
    ],
    ['a type', { type: 'paragraph' }, { type: 'heading' }],
  ])('tells %s apart', (_what, a, b) => {
    expect(contentHash(doc(a))).not.toBe(contentHash(doc(b)));
  });

  test('keeps strange names and broken surrogates as they are', () => {
    const attrs: unknown = JSON.parse('{"__proto__": {"b": 1, "a": [null, 2]}, "constructor": "x"}');
    const content = {
      type: 'thing',
      attrs: attrs as Record<string, unknown>,
      content: [{ type: 'text', text: '\ud800' }],
    };
    expect(canonicalJson(content)).toBe(
      '{"attrs":{"__proto__":{"a":[null,2],"b":1},"constructor":"x"},"content":[{"text":"\\ud800","type":"text"}],"type":"thing"}',
    );
    expect(contentHash(content)).toMatch(/^[0-9a-f]{64}$/);
  });
});
