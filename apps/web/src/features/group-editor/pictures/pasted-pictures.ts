import type { Editor } from '@tiptap/core';
import { bringPictures, tellAt } from './bring-pictures.ts';
import { placeForNext } from './picture-places.ts';

/**
 * Brings the pictures of a page that was just pasted, behind what was pasted: those the page holds itself. Of the others,
 * which lie on some server or in another program, it says that they did not come along.
 */
export function bringPastedPictures(editor: Editor, page: string): void {
  const sources = sourcesIn(page);
  const files = sources.flatMap((source) => fileIn(source) ?? []);
  const elsewhere = sources.length - files.length;
  const at = placeForNext(editor.state);
  if (elsewhere > 0) tellAt(editor, at, 'picture.elsewhere', elsewhere);
  bringPictures(editor, files, at);
}

/** Where the pictures of a page are. Those of this text are there already, and what is smaller than a letter counts visits. */
function sourcesIn(page: string): readonly string[] {
  const images = new DOMParser().parseFromString(page, 'text/html').querySelectorAll('img');
  return [...images]
    .filter((image) => image.closest('[data-asset]') === null && !image.matches('[width="1"], [height="1"]'))
    .map((image) => image.getAttribute('src') ?? '')
    .filter((source) => source !== '');
}

/** The file in an address that holds one; a page may not fetch it, so it is read here. */
function fileIn(source: string): File | undefined {
  const [, type, base64] = /^data:(image\/[\w.+-]+);base64,(.*)$/is.exec(source) ?? [];
  if (type === undefined || base64 === undefined) return undefined;
  try {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    return new File([bytes], type.replace('/', '.'), { type });
  } catch {
    return undefined;
  }
}
