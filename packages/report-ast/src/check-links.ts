import type { ReportNode } from './nodes.ts';
import type { Complain } from './rules.ts';
import { isSafeUrl } from './safe-url.ts';
import type { Visit } from './visit.ts';

/** RA7 and RA8. */
export function checkLink(visit: Visit, complain: Complain): void {
  const { node } = visit;
  if (node.type === 'link' && !isSafeUrl(node.url)) complain('link-protocol', node.url);
  if (isLink(node) && insideLink(visit)) complain('link-in-link', node.type);
}

function isLink(node: ReportNode): boolean {
  return node.type === 'link' || node.type === 'reference';
}

function insideLink(visit: Visit): boolean {
  for (let above = visit.parent; above !== undefined; above = above.parent) {
    if (isLink(above.node)) return true;
  }
  return false;
}
