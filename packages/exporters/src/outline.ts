import type { Anchor, Block, Inline, Report } from '@plenary/report-ast';

/** A line of the list of contents. */
export interface OutlineEntry {
  readonly anchor: Anchor;
  /** The title without links, because the whole line becomes one, and without its notes. */
  readonly title: readonly Inline[];
  readonly children: readonly OutlineEntry[];
}

/**
 * How deep the list of contents goes: a day, a session, a group. One level more would list the same few headings once
 * for every group, which hides the groups.
 */
export const OUTLINE_DEPTH = 3;

/** Parts, and the sections directly inside them and inside one another; sections in boxes or cells are left out. */
export function outlineOf(report: Report): readonly OutlineEntry[] {
  return report.parts.map(({ anchor, title, children }) => entry(anchor, title, children, 1));
}

function entry(
  anchor: Anchor,
  title: readonly Inline[],
  blocks: readonly Block[],
  level: number,
): OutlineEntry {
  const sections = level < OUTLINE_DEPTH ? blocks.filter((block) => block.type === 'section') : [];
  return {
    anchor,
    title: withoutLinks(title),
    children: sections.map((section) => entry(section.anchor, section.title, section.children, level + 1)),
  };
}

function withoutLinks(nodes: readonly Inline[]): readonly Inline[] {
  return nodes.flatMap((node): readonly Inline[] => {
    switch (node.type) {
      case 'link':
      case 'reference':
        return withoutLinks(node.children);
      case 'footnote':
        return [];
      case 'emphasis':
      case 'strong':
      case 'delete':
      case 'subscript':
      case 'superscript':
      case 'span':
        return [{ ...node, children: withoutLinks(node.children) }];
      case 'break':
        return [{ type: 'text', value: ' ' }];
      default:
        return [node];
    }
  });
}
