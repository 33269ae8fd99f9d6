import { type Anchors, anchorsOf, checkAnchor, checkReference } from './check-anchors.ts';
import { checkLink } from './check-links.ts';
import { checkLook } from './check-look.ts';
import { checkShape } from './check-shape.ts';
import { checkSpoken, checkText, checkTitlePage } from './check-text.ts';
import type { Diagnostic } from './diagnostic.ts';
import { REPORT_VERSION, type Part, type Report } from './report.ts';
import { broken, type Complain } from './rules.ts';
import { walk } from './visit.ts';

/**
 * Compares a report with the rules RA1 to RA12 and RA19 to RA23 of SPEC.md. An empty list means that every format can write it.
 * Nothing is thrown for what the tree says, however deep it is nested.
 */
export function validate(report: Report): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const complain: Complain = (rule, what) => {
    found.push(broken(rule, what, report.lang));
  };
  // Widened on purpose: a file read back may say another number than the type allows.
  const version: number = report.plenary;
  if (version !== REPORT_VERSION) complain('report-version', String(version));
  checkTitlePage(report, complain);
  if (report.look !== undefined) checkLook(report.look, complain);
  const anchors = anchorsOf(report);
  for (const part of report.parts) checkPart(part, anchors, complain);
  return found;
}

function checkPart(part: Part, anchors: Anchors, complain: Complain): void {
  checkAnchor(part.anchor, anchors, complain);
  checkSpoken(part, complain);
  if (part.title.length === 0) complain('text-not-empty', 'title');
  for (const visit of walk([...part.title, ...part.children])) {
    const { node } = visit;
    checkText(node, complain);
    if (node.type === 'section' || node.type === 'callout') {
      if (node.anchor !== undefined) checkAnchor(node.anchor, anchors, complain);
    }
    checkReference(node, anchors, complain);
    checkLink(visit, complain);
    checkShape(visit, complain);
  }
}
