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
  const leaves: string[] = [];
  gather(nodes, leaves);
  return leaves;
}

/** Into one list, because a list for each level would copy every leaf as often as it stands deep. */
function gather(nodes: readonly ReportNode[], leaves: string[]): void {
  for (const node of nodes) gatherOne(node, leaves);
}

function gatherOne(node: Block | Inline | Inner, leaves: string[]): void {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      leaves.push(node.value);
      return;
    case 'break':
    case 'thematicBreak':
      return;
    case 'listItem':
      if (node.checked !== undefined) leaves.push(taskSign(node.checked));
      gather(node.children, leaves);
      return;
    case 'figure':
      if (node.alt !== '') leaves.push(node.alt);
      gather(node.caption, leaves);
      return;
    case 'section':
      gather(node.title, leaves);
      gather(node.children, leaves);
      return;
    case 'callout':
      leaves.push(node.label);
      gather(node.children, leaves);
      for (const { label, value } of node.details) {
        leaves.push(label);
        gather(value, leaves);
      }
      return;
    default:
      gather(node.children, leaves);
  }
}
