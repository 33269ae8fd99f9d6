import type { Coverage } from '@plenary/report-ast';

/** What a PDF file promises: `ua-1` to whoever has it read aloud, `a-3a` to whoever opens it in thirty years. */
export type PdfStandard = 'ua-1' | 'a-3a';

/** Says when whoever asked does not want the file any more; an `AbortSignal` is one. */
export interface Cancellation {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** The files to set, and how. */
export interface TypesettingJob {
  /** By their path; one of them is `main`. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly main: string;
  /** Which of the files are pictures: one that the engine cannot read is named, instead of failing the whole. */
  readonly pictures: readonly string[];
  readonly standard: PdfStandard;
  /** What an answer gave as `next`, to have the files set in another way; 0 where absent. */
  readonly from?: number;
}

/** What a file is without: `plain` links and heads of tables, `flat` tables, notes and links, of which it has the words. */
export type Reduction = 'plain' | 'flat';

/** A file; or the pictures without which there would be one. */
export type Typeset =
  | {
      readonly pdf: Uint8Array;
      /** Why the file does not keep the standard, in the words of the engine; absent where it does. */
      readonly complaint?: string;
      /** Set where the engine broke down, and something had to be left out. */
      readonly reduction?: Reduction;
      /** Where to go on if the file is not whole, for the engine may also err without a word; absent where nothing is left to try. */
      readonly next?: number;
    }
  | { readonly unreadable: readonly string[] };

/** The engine that PDF files are made with: a port, because it is neither small nor pure. */
export interface Typesetter {
  /**
   * The same files give the same bytes, on every machine. Tagged, whatever happens: where the standard cannot be kept
   * it is a plain PDF, and says why. Rejects with a `TypesettingError`, or the reason of the cancellation.
   */
  typeset(job: TypesettingJob, cancellation?: Cancellation): Promise<Typeset>;
  /** What its fonts can show. */
  readonly glyphs: Coverage;
}

/** Why there is no file. */
export type TypesettingProblem =
  /** The engine does not run on this machine. */
  | 'unavailable'
  /** It took longer, or more memory, than any report may. */
  | 'too-large'
  /** It refused the files. */
  | 'refused'
  /** Nobody wants the file any more. */
  | 'cancelled';

/** Thrown where no file was made. The message is the engine's, for whoever keeps the server. */
export class TypesettingError extends Error {
  override readonly name = 'TypesettingError';
  readonly problem: TypesettingProblem;

  constructor(problem: TypesettingProblem, message: string) {
    super(message);
    this.problem = problem;
  }
}

/** What some formats need of the machine they run on. */
export interface ExportTools {
  readonly typesetter?: Typesetter;
}
