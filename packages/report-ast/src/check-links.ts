import type { ReportNode } from './nodes.ts';
import type { Complain } from './rules.ts';
import { isSafeUrl } from './safe-url.ts';
import type { Visit } from './visit.ts';

/** RA7, RA8 and RA19. */
export function checkLink(visit: Visit, complain: Complain): void {
  const { node } = visit;
  if (node.type === 'link' && !isSafeUrl(node.url)) complain('link-protocol', node.url);
  if ((isLink(node) || node.type === 'footnote') && isInside(visit, isLink))
    complain('link-in-link', node.type);
  if ((node.type === 'section' || node.type === 'footnote') && isInside(visit, isFootnote))
    complain('footnote-holds', node.type);
}

function isLink(node: ReportNode): boolean {
  return node.type === 'link' || node.type === 'reference';
}

function isFootnote(node: ReportNode): boolean {
  return node.type === 'footnote';
}

function isInside(visit: Visit, is: (node: ReportNode) => boolean): boolean {
  for (let above = visit.parent; above !== undefined; above = above.parent) {
    if (is(above.node)) return true;
  }
  return false;
}
