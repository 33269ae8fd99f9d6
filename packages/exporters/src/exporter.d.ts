import type { Block, Inline, Report } from '@plenary/report-ast';
/** A format: bytes from a report, and the text found again in those bytes. */
export interface Exporter {
  readonly id: string;
  readonly mediaType: string;
  /** Without the dot. */
  readonly extension: string;
  /** Pure: the same report gives the same file. Never throws on a valid report. */
  write(report: Report): string | Uint8Array;
  /**
   * All words of a produced file, in reading order, as an independent parser of the format sees them.
   * The audit compares them with the sources; nothing the writer knew may be used.
   */
  readBack(file: string | Uint8Array): string;
}
/** A handler for every node of the tree, or no build; `Node` narrows it where blocks and inlines give different things. */
export type Handlers<Result, Node extends Block | Inline = Block | Inline> = {
  readonly [Type in Node['type']]: (
    node: Extract<
      Node,
      {
        type: Type;
      }
    >,
  ) => Result;
};
/** Calls the handler of a node. */
export declare function handle<Result, Node extends Block | Inline>(
  handlers: Handlers<Result, Node>,
  node: Node,
): Result;
