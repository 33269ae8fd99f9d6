import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { UnreadableFile } from '../importer.ts';
import { MAX_DEPTH, constructsToSkip, refuseDeepLines, splitLongParagraphs } from './guard.ts';

export interface Parsed {
  readonly tree: Root;
  /** Whether signs were kept as written, or a paragraph was cut, because there is too much of them. */
  readonly simplified: boolean;
}

/**
 * CommonMark, GitHub's tables, strikethrough, links, tasks and footnotes, and front matter, as a syntax tree.
 * `singleTilde` says whether one `~` on each side strikes out, as two do.
 */
export function parse(whole: string, singleTilde = true): Parsed {
  refuseDeepLines(whole);
  const text = splitLongParagraphs(whole);
  const skipped = constructsToSkip(text);
  const matter = ['yaml' as const, 'toml' as const];
  const tree = fromMarkdown(text, {
    extensions: [gfm({ singleTilde }), frontmatter(matter), { disable: { null: [...skipped] } }],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(matter)],
  });
  if (isDeep(tree)) throw new UnreadableFile('too-deep');
  return { tree, simplified: skipped.length > 0 || text !== whole };
}

/** Indentation nests too, over many lines. Not recursive, so that it can say no. */
function isDeep(tree: Root): boolean {
  let level: readonly Nodes[] = [tree];
  // A list is two levels, its text two more.
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > 2 * MAX_DEPTH + 2) return true;
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  }
  return false;
}
