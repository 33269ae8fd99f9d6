import {
  type Block,
  childrenOf,
  leavesOf,
  nodesOf,
  type Report,
  type ReportNode,
  walk,
} from '@plenary/report-ast';
import type { Assets } from '@plenary/exporters';

/**
 * What an independent reader has to understand of a file. Words are compared without blanks and without notes: readers differ in where
 * they break lines, not in what they read.
 */
export interface Understood {
  /** The words of each title of a part or section, in reading order. */
  readonly headings: readonly string[];
  /** The words of each cell, in reading order; the cells of an inner table follow the one they stand in. */
  readonly cells: readonly string[];
  readonly notes: number;
  /** Addresses of links out of the report, in reading order. */
  readonly links: readonly string[];
  /** What each picture shows; empty where it only decorates. */
  readonly pictures: readonly string[];
}

/** What there is to understand in a report. */
export function understandingOf(report: Report, assets: Assets = new Map()): Understood {
  const nodes = [...walk(nodesOf(report))].map(({ node }) => node);
  const titles = report.parts.flatMap((part) => [part.title, ...titlesIn(part.children)]);
  return {
    headings: titles.map(wordsOf),
    cells: nodes.flatMap((node) => (node.type === 'tableCell' ? [wordsOf(node.children)] : [])),
    notes: nodes.filter(({ type }) => type === 'footnote').length,
    links: nodes.flatMap((node) => (node.type === 'link' ? [node.url] : [])),
    pictures: nodes.flatMap((node) =>
      node.type === 'figure' && node.asset !== undefined && assets.has(node.asset) ? [solid(node.alt)] : [],
    ),
  };
}

/** Words without the blanks between them, so that a line break is no difference. */
export function solid(words: string): string {
  return words.replaceAll(/\s+/g, '');
}

function titlesIn(nodes: readonly Block[]): readonly (readonly ReportNode[])[] {
  return [...walk(nodes)].flatMap(({ node }) => (node.type === 'section' ? [node.title] : []));
}

function wordsOf(nodes: readonly ReportNode[]): string {
  return solid(nodes.map(wordsOfOne).join(''));
}

function wordsOfOne(node: ReportNode): string {
  if (node.type === 'footnote') return '';
  const children = childrenOf(node);
  return children.length === 0 || node.type === 'callout' || node.type === 'figure'
    ? leavesOf([node]).join('')
    : children.map(wordsOfOne).join('');
}
