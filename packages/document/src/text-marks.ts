import { Mark } from '@tiptap/core';
import { Code } from '@tiptap/extension-code';
import { CodeBlock } from '@tiptap/extension-code-block';
import { languageAttribute } from './spoken-blocks.ts';

/** A passage in another language than the words around it: `lang`, a BCP 47 tag. */
export const language = Mark.create({
  name: 'language',
  addAttributes: () => ({ lang: languageAttribute }),
  // Only what this program wrote: see `spokenBlocks`.
  parseHTML: () => [{ tag: 'span[data-lang]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes, 0],
});

/** Letters set low, as in CO₂. */
export const subscript = Mark.create({
  name: 'subscript',
  excludes: 'subscript superscript',
  parseHTML: () => [{ tag: 'sub' }],
  renderHTML: ({ HTMLAttributes }) => ['sub', HTMLAttributes, 0],
});

/** Letters set high, as in 1er. */
export const superscript = Mark.create({
  name: 'superscript',
  excludes: 'subscript superscript',
  parseHTML: () => [{ tag: 'sup' }],
  renderHTML: ({ HTMLAttributes }) => ['sup', HTMLAttributes, 0],
});

/**
 * Code in a line. It takes no other formatting, but what is said about the words stays on it: suggestions and comments.
 * (Tiptap's own excludes every mark, so that to format a word as code would delete the comments on it.)
 */
export const code = Code.extend({
  excludes: 'code bold italic strike subscript superscript link language',
});

/** A block of code, which can be commented on and have changes suggested to it like any other text. */
export const codeBlock = CodeBlock.extend({
  marks: 'insertion deletion comment',
  addAttributes() {
    const attributes: { language?: object } = this.parent?.() ?? {};
    return { language: { ...attributes.language, validate: 'string|null' } };
  },
});
