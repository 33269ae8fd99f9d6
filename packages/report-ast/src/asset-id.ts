/**
 * Whether a text is the id of an asset: the SHA-256 of its bytes, as 64 lower-case hexadecimal digits. A picture is named
 * by what it shows and never by an address, so that reading a document fetches nothing and the same file is kept once.
 */
export function isAssetId(text: string): boolean {
  return ASSET_ID.test(text);
}

/** The longest side of a picture in pixels: what JPEG can say. Wider is not a picture but a mistake. */
export const MAX_PIXELS = 65_535;

/** Whether a number can be the width or the height of a picture. */
export function isPixels(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= MAX_PIXELS;
}

const ASSET_ID = /^[0-9a-f]{64}$/;
