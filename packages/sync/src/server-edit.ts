import * as Y from 'yjs';
import { EditRefused } from './errors.ts';
import type { LiveDocument } from './live-document.ts';
import type { Edit } from './pending-edits.ts';
import { judgeUpdate, type UpdateContext } from './update-policy.ts';

/** An import is written by a program that was asked to; its size is bounded by the document's. */
const IMPORT = {
  structsPerUpdate: 2_000_000,
  valuesPerUpdate: 4_000_000,
  jsonPerUpdate: 32 * 2 ** 20,
  newDeletesPerUpdate: 200_000,
};

/**
 * Makes an update by changing a throw-away copy, so that a change that throws half-way leaves no trace.
 * Undefined when it changes nothing. Throws `EditRefused`, and what `change` throws.
 */
export function serverEdit(
  context: UpdateContext,
  change: (doc: Y.Doc) => void,
): Pick<Edit, 'update' | 'claims' | 'before'> | undefined {
  const copy = new Y.Doc();
  try {
    Y.applyUpdate(copy, context.replica.state());
    let update: Uint8Array | undefined;
    copy.on('update', (bytes: Uint8Array) => {
      update = bytes;
    });
    // One transaction, hence one update.
    copy.transact(() => change(copy));
    if (update === undefined) return undefined;
    const judgement = judgeUpdate(update, { ...context, limits: { ...context.limits, ...IMPORT } });
    switch (judgement.kind) {
      case 'nothing':
        return undefined;
      case 'take':
        return { update, claims: judgement.claims, before: judgement.before };
      case 'incomplete':
        throw new EditRefused('incomplete');
      case 'refuse':
        throw new EditRefused(judgement.reason);
      default:
        return judgement satisfies never;
    }
  } finally {
    copy.destroy();
  }
}

/** Applies a checked edit of the server; resolves with its number when it is on disk. Throws `EditRefused`. */
export function storeServerEdit(
  document: Pick<LiveDocument, 'together' | 'apply'>,
  edit: Omit<Edit, 'done'>,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const done: Edit['done'] = (ended) => {
      if (typeof ended === 'number') resolve(ended);
      else reject(new EditRefused(ended));
    };
    if (!document.together(() => document.apply({ ...edit, done }))) reject(new EditRefused('malformed'));
  });
}
