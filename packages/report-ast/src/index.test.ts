import { expect, it } from 'vitest';

it('exports the builders, the walks and the rules, and nothing else', async () => {
  expect(Object.keys(await import('./index.ts')).toSorted()).toEqual([
    'LINK_PROTOCOLS',
    'MAX_DEPTH',
    'MAX_LIST_NUMBER',
    'REPORT_VERSION',
    'blockquote',
    'bulletList',
    'callout',
    'childrenOf',
    'code',
    'detail',
    'emphasis',
    'headerCell',
    'inlineCode',
    'inlines',
    'isSafeUrl',
    'isSingleLine',
    'isWellFormed',
    'leavesOf',
    'lineBreak',
    'link',
    'listItem',
    'nodesOf',
    'orderedList',
    'paragraph',
    'reference',
    'reportLeaves',
    'section',
    'singleLine',
    'squared',
    'strong',
    'struck',
    'table',
    'tableCell',
    'tableGrid',
    'tableRow',
    'text',
    'thematicBreak',
    'toText',
    'validate',
    'walk',
    'wellFormed',
  ]);
});

it('exports the arbitraries under their own path', async () => {
  expect(Object.keys(await import('./arbitrary.ts')).toSorted()).toEqual([
    'HOSTILE_LINES',
    'arbitraryBlocks',
    'arbitraryInlines',
    'arbitraryLine',
    'arbitraryReport',
  ]);
});
