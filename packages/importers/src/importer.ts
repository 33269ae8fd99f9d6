import type { DocNode, OutcomeBlocks } from '@plenary/document';
import type { RemarkRule } from './remark-rule.ts';

/** What a file held: blocks to append to a group document, and what could not be kept. */
export interface Imported {
  /** Block nodes of the group document's schema. */
  readonly blocks: readonly DocNode[];
  /** The pictures that figures among the blocks show, by the names these give them until `bindPictures`. */
  readonly pictures: readonly BroughtPicture[];
  readonly remarks: readonly ImportRemark[];
}

/** A picture that a file brings along, as it is in the file. */
export interface BroughtPicture {
  /** What the figures that show it say instead of its true name, which is known when it is kept. */
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** Something that was changed or left out, so that nothing is dropped in silence. */
export interface ImportRemark {
  /** Stable id, such as `image-as-link`. */
  readonly rule: RemarkRule;
  /** How many times. */
  readonly count: number;
  /** The words of the file that are not in the blocks because of it; absent where every word was kept. */
  readonly lost?: readonly string[];
}

/** One folder per format implements this. Pure; rejects with `UnreadableFile` when the bytes are not such a file. */
export interface Importer {
  /** `kinds`: what boxes in the file may be again, without an id; what is none of them becomes a quotation. */
  read(bytes: Uint8Array, kinds?: OutcomeBlocks): Promise<Imported>;
}

/** The bytes are not a file of the format, or break a limit. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
  readonly reason: UnreadableReason;
  constructor(reason: UnreadableReason) {
    super(reason);
    this.reason = reason;
  }
}

/** Why a file cannot be read. */
export type UnreadableReason =
  /** The ending of its name is none of a format. */
  | 'ending'
  /** A text in an encoding that is neither UTF-8 nor said in the file. */
  | 'not-utf8'
  /** It should be a text and is not. */
  | 'binary'
  /** More than one section should hold, packed or unpacked. */
  | 'too-large'
  /** Nested deeper than people write. */
  | 'too-deep'
  /** An archive, or the data in it, that is broken. */
  | 'damaged'
  /** Protected by a password, or of a Word before 2007: both look alike from outside. */
  | 'locked-or-old-word'
  /** An archive without a Word document or without notes in it. */
  | 'nothing-inside'
  /** A JSON file that is no pad of Etherpad. */
  | 'not-etherpad';
