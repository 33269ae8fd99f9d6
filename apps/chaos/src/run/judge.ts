import { openDataFolder } from '@plenary/storage';
import type { StoredDocument } from '@plenary/sync';
import * as Y from 'yjs';
import { compareWithOthers } from '../interop/other-replays.ts';
import type { ReplicaReport } from '../writers/messages.ts';
import type { Testimony } from '../writers/saved-log.ts';
import { hashOf, isToken, linesOf } from '../writers/text.ts';

/** What a run leaves behind for judgement. */
export interface Evidence {
  /** The data folder of a server that has ended. */
  readonly dataDir: string;
  readonly groups: readonly string[];
  readonly testimony: Testimony;
  /** Replicas of clients that were connected at the end, fresh ones among them. */
  readonly replicas: readonly ReplicaReport[];
  /** Signatures given during the run. */
  readonly signatures: readonly Signature[];
}

/** A section as it was signed. */
export interface Signature {
  readonly group: string;
  readonly seq: number;
  /** What the text was while it was signed. */
  readonly hash: string;
}

/** What was found in the log. */
export interface Verdict {
  /** Each invariant that was broken, a sentence; empty when all hold. */
  readonly broken: readonly string[];
  readonly updates: number;
  readonly found: number;
}

/**
 * Holds the invariants of a run against the log on disk:
 * 1. the log is whole: gapless from the seed, no update ever waits for another, snapshots equal replay;
 * 2. every token shown as saved is in it exactly once;
 * 3. no token is in it that nobody wrote, and none twice;
 * 4. replicas of connected clients say what the log says;
 * 5. a signed text is what it was when it was signed, and nothing refused during the lock came in after it;
 * 6. every token that somebody else had on the screen is in it;
 * 7. ywasm and Yjs 14 come to the same words and the same content from it.
 */
export async function judge(evidence: Evidence): Promise<Verdict> {
  const data = await openDataFolder(evidence.dataDir);
  try {
    const broken: string[] = [...(await data.check())];
    const count = new Map<string, number>();
    let updates = 0;
    for (const group of evidence.groups) {
      const log = await data.documents.history(group, 0);
      const { doc, remarks } = replay(group, log, evidence);
      broken.push(...remarks, ...compare(group, hashOf(doc), await data.documents.load(group), evidence));
      const bytes = log.map(({ update }) => update);
      broken.push(...(await compareWithOthers(group, bytes, doc)));
      if ((await data.documents.head(group))?.seq !== log.length)
        broken.push(`${group}: the head is not at ${log.length}, where the log ends.`);
      updates += log.length;
      for (const token of tokensIn(doc)) count.set(token, (count.get(token) ?? 0) + 1);
    }
    broken.push(...account(count, evidence.testimony));
    return { broken, updates, found: count.size };
  } finally {
    await data.close();
  }
}

/** What is loaded, and what clients see, is what the log says. */
function compare(
  group: string,
  hash: string,
  stored: StoredDocument | undefined,
  { replicas }: Evidence,
): readonly string[] {
  const broken: string[] = [];
  const loaded = new Y.Doc();
  if (stored?.snapshot !== undefined) Y.applyUpdate(loaded, stored.snapshot.state);
  for (const { update } of stored?.tail ?? []) Y.applyUpdate(loaded, update);
  if (hashOf(loaded) !== hash) broken.push(`${group}: snapshot and tail are not what the log says.`);
  for (const replica of replicas) {
    if (replica.group === group && replica.hash !== undefined && replica.hash !== hash)
      broken.push(`${group}: ${replica.writer} sees ${replica.hash}, the log says ${hash}.`);
  }
  return broken;
}

/** Every saved and every seen token once, no token nobody wrote. */
function account(count: ReadonlyMap<string, number>, { saved, seen, written }: Testimony): readonly string[] {
  const broken: string[] = [];
  const unseen = [...seen].filter((token) => !count.has(token));
  if (unseen.length > 0) broken.push(`${unseen.length} tokens that others saw are missing: ${some(unseen)}.`);
  const missing = [...saved].filter((token) => !count.has(token));
  if (missing.length > 0) broken.push(`${missing.length} saved tokens are missing: ${some(missing)}.`);
  const twice = [...count].filter(([, times]) => times > 1).map(([token]) => token);
  if (twice.length > 0) broken.push(`${twice.length} tokens are there twice: ${some(twice)}.`);
  const strange = [...count.keys()].filter((token) => !written.has(token));
  if (strange.length > 0) broken.push(`${strange.length} tokens nobody wrote: ${some(strange)}.`);
  return broken;
}

function replay(
  group: string,
  log: readonly { readonly seq: number; readonly update: Uint8Array }[],
  { signatures, testimony }: Evidence,
): { readonly doc: Y.Doc; readonly remarks: readonly string[] } {
  const doc = new Y.Doc();
  const remarks: string[] = [];
  let signed: ReadonlySet<string> | undefined;
  for (const [index, { seq, update }] of log.entries()) {
    if (seq !== index + 1) remarks.push(`${group}: update ${index + 1} has the number ${seq}.`);
    Y.applyUpdate(doc, update);
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null)
      remarks.push(`${group}: update ${seq} waits for something that is not there.`);
    const signature = signatures.find((candidate) => candidate.group === group && candidate.seq === seq);
    if (signature === undefined) continue;
    signed = new Set(tokensIn(doc));
    if (hashOf(doc) !== signature.hash)
      remarks.push(`${group}: the text signed at ${seq} is not the one that was shown.`);
  }
  if (signed !== undefined) {
    const late = [...testimony.drafted].filter((token) => !signed.has(token));
    const came = new Set(tokensIn(doc));
    const leaked = late.filter((token) => came.has(token));
    if (leaked.length > 0)
      remarks.push(
        `${group}: ${leaked.length} edits refused under the lock came in after it: ${some(leaked)}.`,
      );
  }
  return { doc, remarks };
}

function tokensIn(doc: Y.Doc): readonly string[] {
  return linesOf(doc).filter(isToken);
}

function some(tokens: readonly string[]): string {
  return tokens.slice(0, 5).join(', ') + (tokens.length > 5 ? ' …' : '');
}
