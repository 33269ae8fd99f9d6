import type { DocNode } from '@plenary/document';
import type { Template } from '@plenary/programme';
import { type Anchor, type Block, type Inline, section, singleLine, span, toText } from '@plenary/report-ast';
import { Anchors, slug } from './anchors.ts';
import { lowerInline } from './lower-inline.ts';
import type { LoweringContext } from './lowering-context.ts';
import { isInline } from './prose-blocks.ts';
import { spokenOf } from './spoken.ts';

/**
 * The top of a document: headings begin sections, nested by level. A level that is skipped is not there, because
 * nesting is the level. A heading of the template that nobody reworded and nothing stands under leaves nothing.
 */
export function lowerSections(
  nodes: readonly DocNode[],
  template: Template,
  anchor: Anchor,
  context: LoweringContext,
): readonly Block[] {
  const top: Frame = { level: 0, title: [], templatePart: undefined, isUnreworded: false, children: [] };
  const open = [top];
  let chunk: DocNode[] = [];
  const endChunk = (): void => {
    open.at(-1)?.children.push(...context.lowerBlocks(chunk, context).map((block) => ({ block })));
    chunk = [];
  };
  for (const node of nodes) {
    const heading = node.type === 'heading' ? headingOf(node, template, context) : undefined;
    if (!heading) {
      chunk.push(node);
      continue;
    }
    endChunk();
    while ((open.at(-1)?.level ?? 0) >= heading.frame.level) open.pop();
    open.at(-1)?.children.push({ frame: heading.frame });
    open.push(heading.frame);
    // What else stood in the heading is no neighbour of what follows it.
    chunk = [...heading.rest];
    endChunk();
  }
  endChunk();
  return finished(top, anchor, new Anchors());
}

/** A section still being filled. */
interface Frame {
  readonly level: number;
  readonly title: readonly Inline[];
  /** The part of the template whose heading this is. */
  readonly templatePart: string | undefined;
  readonly isUnreworded: boolean;
  readonly children: ({ readonly block: Block } | { readonly frame: Frame })[];
}

/** The section a heading begins, and what else stood in it; undefined for a heading without words. */
function headingOf(
  node: DocNode,
  template: Template,
  context: LoweringContext,
): { frame: Frame; rest: readonly DocNode[] } | undefined {
  const content = node.content ?? [];
  const found = content.findIndex((child) => !isInline(child, context.blocks));
  const end = found === -1 ? content.length : found;
  const title = lowerInline(content.slice(0, end), context, { oneLine: true });
  // A note alone is no title: contents and anchors are made of the words around it.
  if (title.every(({ type }) => type === 'footnote')) return undefined;
  const spoken = spokenOf(node, context.remark);
  const part = node.attrs?.['part'];
  const parts = template.parts.filter(({ id }) => id === part);
  const words = folded(toText(title));
  const frame: Frame = {
    level: levelOf(node),
    // The language of a heading is that of its words, not of what stands under it.
    title: Object.keys(spoken).length > 0 ? [span(spoken, title)] : title,
    templatePart: parts[0]?.id,
    isUnreworded: parts.some(({ heading }) => folded(singleLine(heading)) === words),
    children: [],
  };
  return { frame, rest: content.slice(end) };
}

function finished(frame: Frame, anchor: Anchor, anchors: Anchors): Block[] {
  return frame.children.flatMap((child): Block[] => {
    if ('block' in child) return [child.block];
    if (isUnfilled(child.frame)) return [];
    const { title, templatePart, isUnreworded } = child.frame;
    // A reworded heading is found by its own words again, an unreworded one in every language by its part.
    const name = slug(
      isUnreworded && templatePart !== undefined ? templatePart : toText(withoutNotes(title)),
    );
    const own = anchors.take(`${anchor}--${name === '' ? 'part' : name}`);
    return [section({ anchor: own, title }, finished(child.frame, anchor, anchors))];
  });
}

/** An address that changed with every word of a note would lead nowhere. */
function withoutNotes(title: readonly Inline[]): readonly Inline[] {
  return title.flatMap((node): readonly Inline[] => {
    if (node.type === 'span') return withoutNotes(node.children);
    return node.type === 'footnote' ? [] : [node];
  });
}

function isUnfilled({ isUnreworded, children }: Frame): boolean {
  return isUnreworded && children.every((child) => 'frame' in child && isUnfilled(child.frame));
}

function levelOf(node: DocNode): number {
  const level = node.attrs?.['level'];
  return typeof level === 'number' && Number.isInteger(level)
    ? Math.min(Math.max(level, 1), LOWEST_LEVEL)
    : 1;
}

/** HTML has six levels of headings; what claims to be lower is the sixth. */
const LOWEST_LEVEL = 6;

function folded(words: string): string {
  return words.replaceAll(/\s+/g, ' ').trim();
}
