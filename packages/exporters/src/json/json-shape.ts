import type { Shape } from '../shape.ts';

/**
 * What stands in a report written as JSON. It knows which nodes are counted and nothing of where they may stand.
 * Pictures lie beside the file, so they are not counted.
 */
export function jsonShape(report: unknown): Partial<Shape> {
  const counts = new Map<unknown, number>();
  const waiting: unknown[] = isRecord(report) ? [report['parts']] : [];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (Array.isArray(value)) waiting.push(...(value as readonly unknown[]));
    else if (isRecord(value)) {
      counts.set(value['type'], (counts.get(value['type']) ?? 0) + 1);
      waiting.push(...Object.values(value));
    }
  }
  const of = (...types: readonly string[]): number =>
    types.reduce((sum, type) => sum + (counts.get(type) ?? 0), 0);
  return {
    headings: of('section') + partsIn(report),
    items: of('listItem'),
    cells: of('tableCell'),
    notes: of('footnote'),
    links: of('link', 'reference'),
    quotations: of('blockquote'),
    callouts: of('callout'),
    codes: of('code'),
    rules: of('thematicBreak'),
  };
}

function partsIn(report: unknown): number {
  const parts = isRecord(report) ? report['parts'] : undefined;
  return Array.isArray(parts) ? parts.length : 0;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
