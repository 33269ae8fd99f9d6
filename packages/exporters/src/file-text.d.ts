/** The text of a produced file, given as text or as its bytes in UTF-8. */
export declare function fileText(file: string | Uint8Array): string;
