import type { RejectReason } from '@plenary/protocol';
import type { DocumentHead } from './ports.ts';
import { type CheckContext, checkUpdate, type Verdict } from './update-check.ts';
import { decodeUpdate } from './update-decode.ts';

/** Who wants to change what. */
export interface UpdateContext extends CheckContext {
  readonly head: DocumentHead;
  /** What the person may do, whether or not the document is signed. */
  readonly access: 'read' | 'write';
}

/** What is to be done with the bytes of an update. */
export type Judgement = Verdict | { readonly kind: 'nothing' };

/** What became of an update, and the room's newest sequence number then. */
export interface Judged {
  readonly judgement: Judgement;
  readonly seq: number;
}

/**
 * Decode, contained, policy, fit, in this order: a reader's answer that holds nothing new is no offence, and
 * who may not write learns that before anything about the document.
 */
export function judgeUpdate(bytes: Uint8Array, context: UpdateContext): Judgement {
  const { replica, limits } = context;
  const update = decodeUpdate(bytes, limits);
  if (typeof update === 'string') return refuse(update);
  if (replica.contains(update)) return { kind: 'nothing' };
  if (context.access === 'read') return refuse('read-only');
  if (context.head.seal !== undefined) return refuse('locked');
  return checkUpdate(update, bytes.length, context);
}

function refuse(reason: RejectReason): Judgement {
  return { kind: 'refuse', reason };
}
