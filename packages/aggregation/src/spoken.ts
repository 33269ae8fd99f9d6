import type { DocNode } from '@plenary/document';
import { type Block, isDirection, isLanguageTag, type Spoken } from '@plenary/report-ast';
import type { Remark } from './diagnostics.ts';

/** What a node of a document says about its language and direction; what is neither is left out, with a note. */
export function spokenOf({ attrs }: DocNode, remark: Remark): Spoken {
  const lang = attrs?.['lang'];
  const dir = attrs?.['dir'];
  const isTag = typeof lang === 'string' && isLanguageTag(lang);
  if (typeof lang === 'string' && lang !== '' && !isTag) remark('language-unknown', lang);
  return { ...(isTag && { lang }), ...(typeof dir === 'string' && isDirection(dir) && { dir }) };
}

/**
 * The same blocks in this language and direction, where they do not name their own. A box says it on what is in it,
 * because its label is in the report's language; code and rules say nothing.
 */
export function spokenBlocks(blocks: readonly Block[], spoken: Spoken): Block[] {
  if (spoken.lang === undefined && spoken.dir === undefined) return [...blocks];
  return blocks.map((block): Block => {
    switch (block.type) {
      case 'code':
      case 'thematicBreak':
        return block;
      case 'callout':
        return { ...block, children: spokenBlocks(block.children, spoken) };
      default:
        return { ...spoken, ...block };
    }
  });
}
