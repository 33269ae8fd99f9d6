import type { ImportRemark } from '../importer.ts';

/** What a Markdown file may hold that a group document says in another way. */
export type MarkdownRule =
  /** An image became a link to it, with its description as text. */
  | 'image-as-link'
  /** An image without an address that may stand in a document left only its description. */
  | 'image-as-text'
  /** A link to a place that means nothing outside of its folder became text with the address behind it. */
  | 'link-as-text'
  /** HTML was kept as it is written. */
  | 'html-as-text'
  /** The block of settings at the top of the file was kept as a table or as text. */
  | 'front-matter-as-text'
  /** A heading below the third level became one of the third. */
  | 'heading-level'
  /** A footnote became a paragraph at the end. */
  | 'footnote-as-text'
  /** The address of a link that is nowhere used was kept as text. */
  | 'definition-as-text'
  /** What stood behind the language of a code block was left out. */
  | 'code-settings-left-out'
  /** Control characters became spaces. */
  | 'control-characters'
  /** A paragraph was so long, or held so many signs, that it was cut or its signs were kept as written. */
  | 'formatting-as-text';

/** Counts remarks by rule while a file is read. */
export class Remarks {
  readonly #counts = new Map<MarkdownRule, number>();

  add(rule: MarkdownRule): void {
    this.#counts.set(rule, (this.#counts.get(rule) ?? 0) + 1);
  }

  /** In the order in which they first occurred. */
  list(): readonly ImportRemark[] {
    return Array.from(this.#counts, ([rule, count]) => ({ rule, count }));
  }
}
