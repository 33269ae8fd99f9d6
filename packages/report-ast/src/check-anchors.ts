import type { Anchor, ReportNode } from './nodes.ts';
import type { Report } from './report.ts';
import type { Complain } from './rules.ts';
import { nodesOf, walk } from './visit.ts';

/** The anchors of a report: all of them, and those met so far on the walk. */
export interface Anchors {
  readonly all: ReadonlySet<Anchor>;
  readonly met: Set<Anchor>;
}

/** Collects the anchors before the walk, because a reference may point forward. */
export function anchorsOf(report: Report): Anchors {
  const all = new Set(report.parts.map((part) => part.anchor));
  for (const { node } of walk(nodesOf(report))) {
    if ((node.type === 'section' || node.type === 'callout') && node.anchor !== undefined)
      all.add(node.anchor);
  }
  return { all, met: new Set() };
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
