import { ackOnReceipt } from './ack-on-receipt.ts';
import { broadcastBeforeCommit } from './broadcast-before-commit.ts';
import { doubleLoader } from './double-loader.ts';
import { failedTurnStored } from './failed-turn-stored.ts';
import { fsyncSkipped } from './fsync-skipped.ts';
import { markerBeforeAnswer } from './marker-before-answer.ts';
import type { Mutant } from './mutant.ts';
import { sealOutsideTransaction } from './seal-outside-transaction.ts';
import { trialApplySkipped } from './trial-apply-skipped.ts';
import { unloadWhileDirty } from './unload-while-dirty.ts';

/** Every planted bug. A run counts only if all of them are caught. */
export const MUTANTS: readonly Mutant[] = [
  ackOnReceipt,
  fsyncSkipped,
  broadcastBeforeCommit,
  sealOutsideTransaction,
  doubleLoader,
  unloadWhileDirty,
  trialApplySkipped,
  failedTurnStored,
  markerBeforeAnswer,
];
