import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryReport } from './arbitrary.ts';
import {
  blockquote,
  bulletList,
  callout,
  code,
  detail,
  emphasis,
  figure,
  footnote,
  link,
  listItem,
  paragraph,
  section,
  table,
  tableCell,
  tableRow,
  thematicBreak,
} from './builders.ts';
import type { Block, ReportNode } from './nodes.ts';
import { childrenOf, eachNode, nodesOf, walk } from './visit.ts';

describe('walk', () => {
  it('[RA13] meets nodes in reading order, parents first, with the way up', () => {
    const tree = section({ anchor: 'a', title: 'Titre' }, [
      paragraph(['un ', emphasis('deux')]),
      callout({ tone: 'blue', label: 'R', details: [detail('À', 'tous')] }, [thematicBreak]),
      bulletList([listItem(code('x'))]),
      table([tableRow([tableCell([])])]),
      paragraph(link('tel:1', 'x')),
      figure({ alt: 'image' }, footnote(paragraph('note'))),
    ]);
    const met = Array.from(
      walk([tree]),
      ({ node, depth, parent }) => `${depth} ${parent?.node.type} > ${node.type}`,
    );
    expect(met).toEqual([
      '1 undefined > section',
      '2 section > text',
      '2 section > paragraph',
      '3 paragraph > text',
      '3 paragraph > emphasis',
      '4 emphasis > text',
      '2 section > callout',
      '3 callout > thematicBreak',
      '3 callout > text',
      '2 section > list',
      '3 list > listItem',
      '4 listItem > code',
      '2 section > table',
      '3 table > tableRow',
      '4 tableRow > tableCell',
      '5 tableCell > paragraph',
      '2 section > paragraph',
      '3 paragraph > link',
      '4 link > text',
      '2 section > figure',
      '3 figure > footnote',
      '4 footnote > paragraph',
      '5 paragraph > text',
    ]);
  });

  it('[RA13] survives nesting that the call stack would not', () => {
    let deep: Block = paragraph('x');
    for (let level = 0; level < 100_000; level += 1) deep = blockquote([deep]);
    expect(Array.from(walk([deep]))).toHaveLength(100_002);
  });

  it('[RA13] meets as many nodes as the tree has', () => {
    fc.assert(
      fc.property(arbitraryReport(), (report) => {
        const nodes = nodesOf(report);
        const met = Array.from(walk(nodes), ({ node }) => node);
        expect(met).toHaveLength(JSON.stringify(report.parts).split('"type":').length - 1);
        expect(met.flatMap((node) => [...childrenOf(node)]).length + nodes.length).toBe(met.length);
        const called: ReportNode[] = [];
        eachNode(nodes, (node) => called.push(node));
        expect(called).toEqual(met);
      }),
    );
  }, 60_000);
});
