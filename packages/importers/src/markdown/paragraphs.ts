import type { DocNode } from '@plenary/document';
import { collapsed } from '../collapsed-line.ts';
import { pictureByPicture } from '../figures.ts';

/** A line of text as a paragraph; pictures in it stand by themselves, blanks around them fall away. */
export function paragraphs(line: readonly DocNode[]): readonly DocNode[] {
  const hasPictures = line.some(({ type }) => type === 'figure');
  return pictureByPicture(line, (piece) => {
    const content = hasPictures ? collapsed(piece) : piece;
    return hasPictures && content.length === 0 ? [] : [paragraph(content)];
  });
}

export function paragraph(content: readonly DocNode[]): DocNode {
  return { type: 'paragraph', ...(content.length > 0 && { content }) };
}
