import type { Anchor, ReportNode } from './nodes.ts';
import type { Complain } from './rules.ts';

/** The anchors of a report: all of them, and those met so far on the walk. */
export interface Anchors {
  readonly all: ReadonlySet<Anchor>;
  readonly met: Set<Anchor>;
}

/** RA2. */
export function checkAnchor(anchor: Anchor, anchors: Anchors, complain: Complain): void {
  if (!ANCHOR.test(anchor)) complain('anchor-shape', anchor);
  if (anchors.met.has(anchor)) complain('anchor-unique', anchor);
  anchors.met.add(anchor);
}

/** RA3. */
export function checkReference(node: ReportNode, anchors: Anchors, complain: Complain): void {
  if (node.type === 'reference' && !anchors.all.has(node.target)) complain('reference-resolves', node.target);
}

const ANCHOR = /^[a-z0-9-]+$/;
