/** What a file is by how it begins, whatever its name says; undefined for all that is not read. */
export function recognise(bytes: Uint8Array): PictureKind | undefined {
  return KINDS.find(({ marks }) => marks.some(({ at, signs }) => hasAt(bytes, at, signs)))?.kind;
}

/**
 * Kinds that are read. Not among them: drawings (SVG), which are programs in disguise, and the photographs of some
 * phones (HEIC), which a free decoder may not read; browsers hand those over as JPEG.
 */
export type PictureKind = 'jpeg' | 'png' | 'gif' | 'webp' | 'avif';

const KINDS: readonly {
  readonly kind: PictureKind;
  readonly marks: readonly { readonly at: number; readonly signs: string }[];
}[] = [
  { kind: 'jpeg', marks: [{ at: 0, signs: '\u00FF\u00D8\u00FF' }] },
  { kind: 'png', marks: [{ at: 0, signs: '\u0089PNG\r\n\u001A\n' }] },
  {
    kind: 'gif',
    marks: [
      { at: 0, signs: 'GIF87a' },
      { at: 0, signs: 'GIF89a' },
    ],
  },
  // The size of the file stands before it, in a frame that other files have, too.
  { kind: 'webp', marks: [{ at: 8, signs: 'WEBPVP8' }] },
  {
    kind: 'avif',
    marks: [
      { at: 4, signs: 'ftypavif' },
      { at: 4, signs: 'ftypavis' },
    ],
  },
];

function hasAt(bytes: Uint8Array, at: number, signs: string): boolean {
  return (
    bytes.length >= at + signs.length &&
    Array.from(signs).every((sign, index) => bytes[at + index] === sign.charCodeAt(0))
  );
}
