import type { DocNode } from '@plenary/document';
import { pictureByPicture } from '../figures.ts';
import { collapsed } from '../collapsed-line.ts';
import type { Spoken } from './spoken.ts';

/** Takes text and blocks in the order of a page; text that stands together becomes a paragraph. */
export class Flow {
  readonly #blocks: DocNode[] = [];
  #line: DocNode[] = [];
  #attrs: Spoken['attrs'];

  /** The paragraphs say this about their language. */
  constructor(attrs: Spoken['attrs']) {
    this.#attrs = attrs;
  }

  /** While the action runs, paragraphs say something else about their language; text before and after stands apart. */
  speaking(attrs: Spoken['attrs'], action: () => void): void {
    this.endLine();
    const before = this.#attrs;
    this.#attrs = attrs;
    action();
    this.endLine();
    this.#attrs = before;
  }

  /** Text and what stands in a line with it. */
  inline(nodes: readonly DocNode[]): void {
    for (const node of nodes) this.#line.push(node);
  }

  /** Blocks; text before and after them stands in paragraphs of its own. */
  blocks(nodes: readonly DocNode[]): void {
    this.endLine();
    for (const node of nodes) this.#blocks.push(node);
  }

  /** Words below a picture, where one that has none stands last; else they are blocks like others. */
  caption(blocks: readonly DocNode[], line: readonly DocNode[]): void {
    this.endLine();
    const last = this.#blocks.at(-1);
    if (last?.type === 'figure' && last.content === undefined && line.length > 0)
      this.#blocks[this.#blocks.length - 1] = { ...last, content: line };
    else this.blocks(blocks);
  }

  /** What comes next begins a paragraph. */
  endLine(): void {
    const line = this.#line;
    this.#line = [];
    const attrs = this.#attrs;
    const paragraph = (piece: readonly DocNode[]): readonly DocNode[] => {
      const content = collapsed(piece);
      if (content.length === 0) return [];
      return [{ type: 'paragraph', ...(Object.keys(attrs).length > 0 && { attrs }), content }];
    };
    for (const block of pictureByPicture(line, paragraph)) {
      const isSpoken = block.type === 'figure' && Object.keys(attrs).length > 0;
      this.#blocks.push(isSpoken ? { ...block, attrs: { ...attrs, ...block.attrs } } : block);
    }
  }

  /** All blocks so far. */
  end(): readonly DocNode[] {
    this.endLine();
    return this.#blocks;
  }
}
