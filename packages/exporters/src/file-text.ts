/** The text of a produced file, given as text or as its bytes in UTF-8. */
export function fileText(file: string | Uint8Array): string {
  return typeof file === 'string' ? file : new TextDecoder().decode(file);
}

// Part of every runtime, browser and server alike, yet not of the language, so a pure package has no type for it.
declare class TextDecoder {
  decode(bytes: Uint8Array): string;
}

/** The bytes of a text in UTF-8; bytes as they are. */
export function fileBytes(file: string | Uint8Array): Uint8Array {
  return typeof file === 'string' ? new TextEncoder().encode(file) : file;
}

// As above.
declare class TextEncoder {
  encode(text: string): Uint8Array;
}
