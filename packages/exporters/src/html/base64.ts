import type { Asset } from '../assets.ts';

/** A picture as an address that holds it, so that a page fetches nothing, unless it has an address of its own. */
export function pictureAddress(asset: Asset): string {
  if (asset.address !== undefined) return asset.address;
  const known = addresses.get(asset);
  if (known !== undefined) return known;
  const address = `data:${asset.type};base64,${base64(asset.bytes)}`;
  addresses.set(asset, address);
  return address;
}

/** A picture may be shown more than once. */
const addresses = new WeakMap<Asset, string>();

/** Bytes in base 64, as a `data:` address wants them. */
export function base64(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += CHUNK)
    text += btoa(latin1(bytes.subarray(start, start + CHUNK)));
  return text;
}

/** Each byte as the character of that number. Spread, they would be taken one by one, which is five times slower. */
function latin1(bytes: Uint8Array): string {
  return Reflect.apply(String.fromCharCode, undefined, bytes) as string;
}

/** A multiple of three, so that only the last chunk is padded; small enough for the arguments of a call. */
const CHUNK = 3 * 4096;

// Part of every runtime, browser and server alike, yet not of the language, so a pure package has no type for it.
declare function btoa(latin1: string): string;
