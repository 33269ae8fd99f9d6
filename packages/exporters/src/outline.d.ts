import type { Anchor, Inline, Report } from '@plenary/report-ast';
/** A line of the list of contents. */
export interface OutlineEntry {
  readonly anchor: Anchor;
  /** The title without links: the whole line becomes one. */
  readonly title: readonly Inline[];
  readonly children: readonly OutlineEntry[];
}
/**
 * How deep the list of contents goes: a day, a session, a group. One level more would list the same few headings once
 * for every group, which hides the groups.
 */
export declare const OUTLINE_DEPTH = 3;
/** Parts, and the sections directly inside them and inside one another; sections in boxes or cells are left out. */
export declare function outlineOf(report: Report): readonly OutlineEntry[];
