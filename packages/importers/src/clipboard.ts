import { html } from './html/html.ts';
import type { Imported } from './importer.ts';

/** Puts the pictures of what was read in their places, or their words. */
export { bindPictures } from './figures.ts';

/**
 * Reads what another program put into the clipboard, as a page (whole or a piece of one) or as text that is written as
 * Markdown. Rejects with `UnreadableFile` where it breaks a limit. Apart from the formats of files, so that an editor
 * that reads a clipboard carries none of them.
 */
export async function readCopied(form: 'page' | 'markdown', content: string): Promise<Imported> {
  const bytes = new TextEncoder().encode(content.toWellFormed());
  if (form === 'page') return html.read(bytes);
  const { markdown } = await import('./markdown/markdown.ts');
  return markdown.read(bytes);
}
