import type { CheckName } from '../checks/checks.ts';
import type { FaultName } from '../run/faults.ts';

/** A bug that is planted in a copy of the sources, to see whether the proof notices. */
export interface Mutant {
  readonly name: string;
  /** What the bug does, in a sentence. */
  readonly what: string;
  /** Edits of the sources; each `find` must occur exactly once. */
  readonly edits: readonly SourceEdit[];
  /** The directed check that must fail. */
  readonly check: CheckName;
  /** Faults under which the chaos run must notice it, too; or why it cannot. */
  readonly chaos: readonly FaultName[] | string;
}

export interface SourceEdit {
  /** From the root of the repository. */
  readonly file: string;
  readonly find: string;
  readonly put: string;
}
