import { UnreadableFile } from '../importer.ts';
import { dataIn, Pictures } from '../pictures.ts';
import { MAX_TEXT_BYTES } from '../text-bytes.ts';

/**
 * A text without the bytes of the pictures that stand in it, which some programs write as the address of an image, or
 * below all text as the address of its name: a parser of words need not see megabytes of them. `elsewhere` knows
 * pictures at other addresses. Throws `UnreadableFile` where what is left is more than a text.
 */
export function withPicturesAside(
  text: string,
  elsewhere: (address: string) => Uint8Array | undefined = () => undefined,
  picturesBefore = 0,
): { readonly text: string; readonly pictures: Pictures } {
  const addresses: string[] = [];
  const left = text.replace(IN_PLACE_OF_ADDRESS, (_, before: string, address: string) => {
    addresses.push(address);
    return `${before}${ASIDE}${addresses.length - 1}`;
  });
  if (left.length > MAX_TEXT_BYTES) throw new UnreadableFile('too-large');
  const inFile = (address: string): Uint8Array | undefined => {
    const data = address.startsWith(ASIDE) ? addresses[Number(address.slice(ASIDE.length))] : undefined;
    return data === undefined ? elsewhere(address) : dataIn(data);
  };
  return { text: left, pictures: new Pictures(inFile, picturesBefore) };
}

/** Begins an address that nobody else writes; it leads nowhere, should it stand in a text after all. */
const ASIDE = 'picture-aside:';
const IN_PLACE_OF_ADDRESS = /(\]\(<?|\]:[ \t]{0,9}<?)(data:image\/[\w.+-]{1,60};base64,[\w+/=%]+)/gi;
