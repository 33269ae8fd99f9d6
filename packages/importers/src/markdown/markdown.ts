import type { OutcomeBlocks } from '@plenary/document';
import type { Imported, Importer } from '../importer.ts';
import { decodeUtf8, MAX_ILLUSTRATED_BYTES } from '../text-bytes.ts';
import { blocksOf, footnotesOf } from './blocks.ts';
import { contextOf } from './context.ts';
import { parse } from './parse.ts';
import { withPicturesAside } from './pictures-aside.ts';

/** Markdown as people keep notes in it: CommonMark with GitHub's additions, footnotes and front matter. */
export const markdown: Importer = {
  read: async (bytes, kinds = {}) => readMarkdown({ ...decodeUtf8(bytes, MAX_ILLUSTRATED_BYTES), kinds }),
};

/** How a text in memory is to be read. */
export interface MarkdownText {
  readonly text: string;
  /** Whether control characters were taken out of it. */
  readonly cleaned?: boolean;
  /** Whether one `~` on each side strikes out, as on GitHub. */
  readonly singleTilde?: boolean;
  /** The bytes of a picture that lies beside the text, under this address. */
  readonly beside?: (address: string) => Uint8Array | undefined;
  /** How many pictures of the same file were found before this text. */
  readonly picturesBefore?: number;
  /** What boxes may be. */
  readonly kinds?: OutcomeBlocks;
}

/** The same for a text that is in memory already. */
export function readMarkdown({
  text: whole,
  cleaned = false,
  singleTilde = true,
  beside,
  picturesBefore = 0,
  kinds = {},
}: MarkdownText): Imported {
  const { text, pictures } = withPicturesAside(whole, beside, picturesBefore);
  const { tree, simplified } = parse(text, singleTilde);
  const context = contextOf(tree, { pictures, kinds, blocksOf });
  if (cleaned) context.remarks.add('control-characters');
  if (simplified) context.remarks.add('formatting-as-text');
  const blocks = [...blocksOf(tree.children, context), ...footnotesOf(context)];
  return { blocks, pictures: pictures.list(), remarks: context.remarks.list() };
}
