// @vitest-environment jsdom
import { DOMParser, DOMSerializer, Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryDocument } from '../fixtures/arbitrary-document.ts';
import { sampleBlocks } from '../fixtures/sample-block.ts';
import { canonicalJson } from './canonical.ts';
import type { DocNode } from './doc-node.ts';
import { documentSchema } from './prose-nodes.ts';

const schema = documentSchema(sampleBlocks);

/** What a clipboard carries from one editor to another: HTML as text, parsed again by the rules of HTML. */
function pasted(content: DocNode): DocNode {
  const from = document.createElement('div');
  from.append(DOMSerializer.fromSchema(schema).serializeFragment(Node.fromJSON(schema, content).content));
  return read(from.innerHTML);
}

function read(html: string): DocNode {
  const to = document.createElement('div');
  to.innerHTML = html;
  // `toJSON` is typed as any; it gives the JSON of the document.
  return DOMParser.fromSchema(schema).parse(to, { preserveWhitespace: 'full' }).toJSON() as DocNode;
}

test('a copy pasted into another editor is the same, whatever it holds', () => {
  fc.assert(
    fc.property(arbitraryDocument, (content) => {
      expect(canonicalJson(pasted(content))).toBe(canonicalJson(content));
    }),
    { numRuns: 300 },
  );
}, 60_000);

test('a note stays inside the paragraph it belongs to', () => {
  const words = (text: string): DocNode => ({ type: 'text', text });
  const content: DocNode = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          words('before'),
          { type: 'footnote', content: [words('one'), { type: 'hardBreak' }, words('two')] },
          words('after'),
        ],
      },
    ],
  };
  expect(canonicalJson(pasted(content))).toBe(canonicalJson(content));
});

// Why a note holds lines and no paragraphs: this is what HTML makes of a paragraph inside a paragraph.
test('a paragraph inside a paragraph would end it', () => {
  const div = document.createElement('div');
  div.innerHTML = '<p>before<span data-footnote=""><p>note</p></span>after</p>';
  expect(div.innerHTML).toBe('<p>before<span data-footnote=""></span></p><p>note</p>after<p></p>');
});

test('what other programs write about language, direction, cells, numbers and addresses is not taken over', () => {
  expect(
    read(
      '<p lang="EN-US" dir="ltr"><span lang="EN-US">a</span></p><table><tr><td colspan="9999999" colwidth="wide,3">b</td></tr></table>' +
        '<ol start="-4"><li>c</li></ol><figure data-asset="https://x.eu/a.png"><img src="https://x.eu/a.png" width="0"><figcaption>d</figcaption></figure>',
    ),
  ).toMatchObject({
    content: [
      { type: 'paragraph', attrs: { lang: null, dir: null }, content: [{ type: 'text', text: 'a' }] },
      { type: 'table', content: [{ content: [{ attrs: { colspan: 1, colwidth: [0, 3] } }] }] },
      { type: 'orderedList', attrs: { start: 1 } },
      { type: 'figure', attrs: { asset: null, alt: null, width: null } },
    ],
  });
});

test('struck-through text of a web page is struck through, and no suggestion', () => {
  expect(read('<p><del>a</del></p>').content?.[0]?.content).toEqual([
    { type: 'text', text: 'a', marks: [{ type: 'strike' }] },
  ]);
});

interface PageElement {
  innerHTML: string;
  append(child: unknown): void;
}

// What this test asks of the page that jsdom makes; the package itself knows no DOM.
declare const document: { createElement(name: string): PageElement };
