import type { AssetId, Block, Diagnostic, Inline, Report, ReportOutcome } from '@plenary/report-ast';
import type { Assets, SideFile } from './assets.ts';
import type { Shape } from './shape.ts';
import type { Cancellation } from './typesetter.ts';

/** A file as it is delivered: text, or bytes. */
export type ReportFile = string | Uint8Array;

/** A file, and what whoever asked for it should know about it. */
export interface Written {
  readonly file: ReportFile;
  /** Empty where the file is all it promises to be. */
  readonly diagnostics: readonly Diagnostic[];
  /** Pictures that the format could not show though they were delivered: their words stand in their place. */
  readonly omitted?: readonly AssetId[];
  /** Things that the file does without altogether; their words are there. Only ever with a diagnostic that says so. */
  readonly without?: readonly (keyof Shape)[];
}

/** What an independent parser of a format finds in a file. */
export interface ReadBack {
  /** All words in reading order: title page first, contents and navigation left out, each note where its number stands. */
  readonly words: string;
  /** What it counts, of the things the format can tell apart. */
  readonly shape: Partial<Shape>;
  /**
   * What a text of a report reads like in this file, where the format cannot hold every character: the words were
   * changed in the same way. Absent where it holds them all.
   */
  readonly asRead?: (text: string) => string;
}

/** A format: bytes from a report, and what is found again in those bytes. */
export interface Exporter {
  readonly id: string;
  readonly mediaType: string;
  /** Without the dot. */
  readonly extension: string;
  /**
   * Where a file holds outcomes and nothing else of a report: which ones. Its audit looks for those; absent, for all of the
   * report.
   */
  readonly covers?: (outcome: ReportOutcome) => boolean;
  /**
   * Pure: the same report and pictures give the same file. Never throws on a valid report. A picture that is not among
   * `assets` is replaced by its words; `missingAssets` names it. A format that needs a tool throws what the tool throws,
   * and stops early where nobody wants the file any more.
   */
  write(report: Report, assets?: Assets, cancellation?: Cancellation): Written | Promise<Written>;
  /** What has to be delivered beside the file for it to be whole; a format that holds its pictures has no such method. */
  besides?(report: Report, assets: Assets): readonly SideFile[];
  /**
   * What an independent parser of the format sees in a produced file. The audit compares it with the sources; nothing
   * the writer knew may be used. The parser is loaded here: who only writes does not wait for it.
   */
  readBack(file: ReportFile): ReadBack | Promise<ReadBack>;
}

/** A file about which there is nothing to say. */
export function whole(file: ReportFile): Written {
  return { file, diagnostics: [] };
}

/**
 * A handler for every node of the tree, or no build; `Node` narrows it where blocks and inlines give different things. Handlers
 * are told the `Place` a node stands in, where they have one: a set of them for each place would cost more than what they write.
 */
export type Handlers<Result, Node extends Block | Inline = Block | Inline, Place = void> = {
  readonly [Type in Node['type']]: (node: Extract<Node, { type: Type }>, place: Place) => Result;
};

/** Calls the handler of a node. */
export function handle<Result, Node extends Block | Inline>(
  handlers: Handlers<Result, Node>,
  node: Node,
): Result;
export function handle<Result, Node extends Block | Inline, Place>(
  handlers: Handlers<Result, Node, Place>,
  node: Node,
  place: Place,
): Result;
export function handle<Result, Node extends Block | Inline, Place>(
  handlers: Handlers<Result, Node, Place | undefined>,
  node: Node,
  place?: Place,
): Result {
  // `Handlers` maps every type to a handler of exactly the nodes with that type; the compiler cannot follow the index.
  const handler = handlers[node.type as Node['type']] as (given: Node, at?: Place) => Result;
  return handler(node, place);
}
