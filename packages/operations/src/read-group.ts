import type { DocumentHead } from '@plenary/sync';
import type { Context } from './context.ts';
import type { ReadVersion } from './report-cache.ts';
import { readVersion } from './report-sources.ts';
import { onRoom } from './sync-problems.ts';

/** A group document as it stands on disk now: its content, its fingerprint, whether it is signed. */
export interface ReadGroup extends ReadVersion {
  readonly head: DocumentHead;
}

/** Reads the committed state of a group document. Throws `group-unknown`. */
export async function readGroup(
  context: Pick<Context, 'rooms' | 'documents' | 'reports'>,
  group: string,
): Promise<ReadGroup> {
  const known = context.reports?.get(group);
  if (known !== undefined) {
    const head = await context.documents.head(group);
    if (head?.seq === known.seq && head.epoch === known.epoch) return { ...known, head };
  }
  const { head, state } = await onRoom(() => context.rooms.read(group));
  const version = readVersion(head, state);
  context.reports?.set(group, version);
  return { ...version, head };
}
