import type { DocNode } from '@plenary/document';

/** What a file held: blocks to append to a group document, and what could not be kept. */
export interface Imported {
  /** Block nodes of the group document's schema. */
  readonly blocks: readonly DocNode[];
  readonly remarks: readonly ImportRemark[];
}

/** Something that was changed or left out, so that nothing is dropped in silence. */
export interface ImportRemark {
  /** Stable id, such as `image-as-link`. */
  readonly rule: string;
  /** How many times. */
  readonly count: number;
}

/** One folder per format implements this. Pure; throws `UnreadableFile` when the bytes are not such a file. */
export interface Importer {
  /** File name endings, with the dot, lower case. */
  readonly extensions: readonly string[];
  read(bytes: Uint8Array): Imported;
}

/** The bytes are not a file of the format, or break a limit. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
  readonly reason: 'not-utf8' | 'too-large' | 'too-deep' | 'binary';
  constructor(reason: UnreadableFile['reason']) {
    super(reason);
    this.reason = reason;
  }
}
