import type { Anchor, Part, Report } from '@plenary/report-ast';
import { arbitraryReport } from '@plenary/report-ast/arbitrary';
import fc from 'fast-check';

/**
 * Many random reports as one, always the same: every node inside every other, text that tries to be markup. Programs take seconds to
 * start, so they are asked once about all of it.
 */
export function hostileReport(): Report {
  const reports = fc.sample(arbitraryReport(), { seed: SEED, numRuns: REPORTS });
  return {
    plenary: 1,
    lang: 'fr',
    summit: { id: 'hostile', title: '<b>&amp; ]]>', whenAndWhere: '{{m}}', hosts: ['=SUM(A1)'] },
    generatedFrom: {},
    parts: reports.flatMap(({ parts }, index) => parts.map((part) => renamed(part, `r${index}-`))),
    outcomes: [],
    diagnostics: [],
  };
}

const SEED = 2016;
const REPORTS = 60;

/** Anchors are unique in a report, so each report keeps its own by a prefix. */
function renamed(part: Part, prefix: string): Part {
  const inside = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inside);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, child]): [string, unknown] => [
        key,
        key === 'anchor' || key === 'target' ? `${prefix}${child as Anchor}` : inside(child),
      ]),
    );
  };
  return inside(part) as Part; // the same keys, and strings where strings were
}
