/** The engine that sets PDF files: Typst in a process of its own, with the fonts it brings. */
export { createTypesetter } from './typst-typesetter.ts';
export type { TypesetterOptions } from './typst-typesetter.ts';
