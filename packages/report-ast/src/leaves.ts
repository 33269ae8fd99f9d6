import type { Block, Inline, Inner, ReportNode } from './nodes.ts';
import type { Report } from './report.ts';
import { taskSign } from './task-sign.ts';

/**
 * Every string a format has to show, in reading order: the title page (title, theme, when and where, hosts), then part
 * by part. Addresses of links, anchors and languages are not read, so they are not leaves.
 */
export function reportLeaves(report: Report): readonly string[] {
  const { title, theme, whenAndWhere, hosts } = report.summit;
  const titlePage = [title, ...(theme === undefined ? [] : [theme]), whenAndWhere, ...hosts];
  const parts = report.parts.flatMap((part) => [...leavesOf(part.title), ...leavesOf(part.children)]);
  return [...titlePage, ...parts];
}

/**
 * The strings of some nodes, in reading order: text, code, the labels of callouts and of their details, what pictures
 * show, and the sign of a task. A footnote is read where its number stands.
 */
export function leavesOf(nodes: readonly ReportNode[]): readonly string[] {
  return nodes.flatMap(leavesOfOne);
}

function leavesOfOne(node: Block | Inline | Inner): readonly string[] {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return [node.value];
    case 'break':
    case 'thematicBreak':
      return [];
    case 'listItem':
      return [...(node.checked === undefined ? [] : [taskSign(node.checked)]), ...leavesOf(node.children)];
    case 'figure':
      return [...(node.alt === '' ? [] : [node.alt]), ...leavesOf(node.caption)];
    case 'section':
      return [...leavesOf(node.title), ...leavesOf(node.children)];
    case 'callout':
      return [
        node.label,
        ...leavesOf(node.children),
        ...node.details.flatMap((detail) => [detail.label, ...leavesOf(detail.value)]),
      ];
    default:
      return leavesOf(node.children);
  }
}
