import { type Anchor, type Block, type Part, type Report, eachNode } from '@plenary/report-ast';

/** A file of a book: a part's title with what stands before its first section, or one section. */
export interface Chapter {
  readonly file: string;
  readonly part: Part;
  /** Whether it begins with the title of its part. */
  readonly isFirst: boolean;
  readonly blocks: readonly Block[];
}

/**
 * The report cut into files a reading device opens quickly: where a part has sections, each is a file of its own, together
 * with what stands between it and the next one.
 */
export function chaptersOf(report: Report): readonly Chapter[] {
  return report.parts.flatMap((part, index) =>
    runsOf(part.children).map((blocks, run) => ({
      file: `part-${index + 1}${run === 0 ? '' : `-${run}`}.xhtml`,
      part,
      isFirst: run === 0,
      blocks,
    })),
  );
}

/** In which file each anchor is. */
export function filesByAnchor(chapters: readonly Chapter[]): ReadonlyMap<Anchor, string> {
  const files = new Map<Anchor, string>();
  for (const { file, part, isFirst, blocks } of chapters) {
    if (isFirst) files.set(part.anchor, file);
    eachNode(blocks, (node) => {
      if ((node.type === 'section' || node.type === 'callout') && node.anchor !== undefined)
        files.set(node.anchor, file);
    });
  }
  return files;
}

function runsOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const runs: Block[][] = [[]];
  for (const block of blocks) {
    if (block.type === 'section') runs.push([]);
    runs.at(-1)?.push(block);
  }
  return runs;
}
