import { checkAnchor, checkReference } from './check-anchors.ts';
import { checkLink } from './check-links.ts';
import { checkLook } from './check-look.ts';
import { checkShape } from './check-shape.ts';
import { checkSpoken, checkText, checkTitlePage } from './check-text.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Anchor, Block, ReportNode, TableRow } from './nodes.ts';
import { REPORT_VERSION, type Part, type Report } from './report.ts';
import { broken, type Complain, type RuleId } from './rules.ts';
import { type Visit, walk } from './visit.ts';

/**
 * Compares a report with the rules RA1 to RA12 and RA19 to RA23 of SPEC.md. An empty list means that every format can write it.
 * Nothing is thrown for what the tree says, however deep it is nested.
 */
export function validate(report: Report): readonly Diagnostic[] {
  return createValidator()(report);
}

/**
 * A `validate` that remembers what it found in a block: a report that shares most of its blocks with one it has seen is
 * compared in the time of what is new. Blocks must not be changed between two calls.
 */
export function createValidator(): (report: Report) => readonly Diagnostic[] {
  const known: Known = new WeakMap();
  return (report) => {
    const found: Diagnostic[] = [];
    const complain: Complain = (rule, what) => {
      found.push(broken(rule, what, report.lang));
    };
    // Widened on purpose: a file read back may say another number than the type allows.
    const version: number = report.plenary;
    if (version !== REPORT_VERSION) complain('report-version', String(version));
    checkTitlePage(report, complain);
    if (report.look !== undefined) checkLook(report.look, complain);
    settle(
      report.parts.map((part) => findingsOfPart(part, known)),
      complain,
    );
    return found;
  };
}

/** What is found in one place of a report, in reading order; anchors and references are settled across all of it. */
type Finding =
  | { readonly rule: RuleId; readonly what: string }
  | { readonly anchor: Anchor }
  | { readonly reference: ReportNode };

type Known = WeakMap<Block | TableRow, Findings>;

interface Findings {
  /** How deep the node stands, which decides what in it is too deep. */
  readonly depth: number;
  readonly list: readonly Finding[];
}

/** A part holds sessions, a session its groups: what is remembered below that would not be met again. */
const REMEMBERED_DEPTH = 2;

function findingsOfPart(part: Part, known: Known): readonly Finding[] {
  const list: Finding[] = [{ anchor: part.anchor }];
  const complain: Complain = (rule, what) => list.push({ rule, what });
  checkSpoken(part, complain);
  if (part.title.length === 0) complain('text-not-empty', 'title');
  for (const finding of findingsIn(part.title, 1)) list.push(finding);
  for (const block of part.children) for (const finding of findingsOf(block, 1, known)) list.push(finding);
  return list;
}

function findingsOf(node: Block | TableRow, depth: number, known: Known): readonly Finding[] {
  const before = known.get(node);
  if (before?.depth === depth) return before.list;
  const list = compare(node, depth, known);
  known.set(node, { depth, list });
  return list;
}

/** The inside of a section is remembered by itself, and so is each row of a table that gathers what others wrote. */
function compare(node: Block | TableRow, depth: number, known: Known): readonly Finding[] {
  const inside = depth > REMEMBERED_DEPTH || node.type === 'tableRow' ? undefined : insideOf(node);
  if (inside === undefined || (node.type === 'section' && depth === REMEMBERED_DEPTH))
    return findingsIn([node], depth);
  return [
    ...findingsOfNode({ node, depth }),
    ...(node.type === 'section' ? findingsIn(node.title, depth + 1) : []),
    ...inside.flatMap((child) => findingsOf(child, depth + 1, known)),
  ];
}

function insideOf(block: Block): readonly (Block | TableRow)[] | undefined {
  return block.type === 'section' || block.type === 'table' ? block.children : undefined;
}

function findingsIn(nodes: readonly ReportNode[], depth: number): readonly Finding[] {
  const list: Finding[] = [];
  for (const visit of walk(nodes, depth)) collect(visit, list);
  return list;
}

function findingsOfNode(visit: Visit): readonly Finding[] {
  const list: Finding[] = [];
  collect(visit, list);
  return list;
}

/** What is to be said about one node, whatever is in it. */
function collect(visit: Visit, list: Finding[]): void {
  const { node } = visit;
  const complain: Complain = (rule, what) => list.push({ rule, what });
  checkText(node, complain);
  if ((node.type === 'section' || node.type === 'callout') && node.anchor !== undefined)
    list.push({ anchor: node.anchor });
  if (node.type === 'reference') list.push({ reference: node });
  checkLink(visit, complain);
  checkShape(visit, complain);
}

/** All anchors are known before the first reference is looked at, because a reference may point forward. */
function settle(parts: readonly (readonly Finding[])[], complain: Complain): void {
  const all = new Set<Anchor>();
  for (const list of parts) for (const finding of list) if ('anchor' in finding) all.add(finding.anchor);
  const anchors = { all, met: new Set<Anchor>() };
  for (const list of parts) {
    for (const finding of list) {
      if ('anchor' in finding) checkAnchor(finding.anchor, anchors, complain);
      else if ('reference' in finding) checkReference(finding.reference, anchors, complain);
      else complain(finding.rule, finding.what);
    }
  }
}
