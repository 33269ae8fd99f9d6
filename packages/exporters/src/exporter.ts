import type { Block, Inline, Report } from '@plenary/report-ast';
import type { Assets, SideFile } from './assets.ts';

/** A format: bytes from a report, and the text found again in those bytes. */
export interface Exporter {
  readonly id: string;
  readonly mediaType: string;
  /** Without the dot. */
  readonly extension: string;
  /**
   * Pure: the same report and pictures give the same file. Never throws on a valid report. A picture that is not among
   * `assets` is replaced by its words; `missingAssets` names it.
   */
  write(report: Report, assets?: Assets): string | Uint8Array;
  /** What has to be delivered beside the file for it to be whole; a format that holds its pictures has no such method. */
  besides?(report: Report, assets: Assets): readonly SideFile[];
  /**
   * All words of a produced file, in reading order, as an independent parser of the format sees them.
   * The audit compares them with the sources; nothing the writer knew may be used.
   */
  readBack(file: string | Uint8Array): string;
}

/** A handler for every node of the tree, or no build; `Node` narrows it where blocks and inlines give different things. */
export type Handlers<Result, Node extends Block | Inline = Block | Inline> = {
  readonly [Type in Node['type']]: (node: Extract<Node, { type: Type }>) => Result;
};

/** Calls the handler of a node. */
export function handle<Result, Node extends Block | Inline>(
  handlers: Handlers<Result, Node>,
  node: Node,
): Result {
  // `Handlers` maps every type to a handler of exactly the nodes with that type; the compiler cannot follow the index.
  const handler = handlers[node.type as Node['type']] as (given: Node) => Result;
  return handler(node);
}
