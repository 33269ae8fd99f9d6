import { ProblemError, type GroupView } from '@plenary/protocol';
import { authorOf, requireAccess, requireOrganiser, type Asker } from './asker.ts';
import type { Context } from './context.ts';
import { groupView } from './group-view.ts';
import { findGroup, findSummit } from './lookup.ts';
import { readGroup } from './read-group.ts';
import { onRoom } from './sync-problems.ts';

/** The exact version that was read, or whatever is newest when the seal is set. */
export type SignedVersion = { readonly seq: number; readonly hash: string } | 'newest';

/**
 * The rapporteur's statement that this exact version of a section is final: from here on the server refuses edits.
 * Throws `section-moved-on` when the text has changed since it was read, `section-signed` when it was signed already.
 */
export async function signOff(
  context: Context,
  summitIdOrSlug: string,
  groupId: string,
  version: SignedVersion,
  asker: Asker,
): Promise<GroupView> {
  const summit = await findSummit(context, summitIdOrSlug);
  const group = findGroup(summit, groupId);
  requireAccess(summit, group.id, asker, 'sign');
  const attempts = version === 'newest' ? MOST_ATTEMPTS : 1;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const { head, seq, hash } = await readGroup(context, group.id);
    if (head.seal !== undefined) throw new ProblemError('section-signed');
    if (version !== 'newest' && (version.seq !== seq || version.hash !== hash)) break;
    const seal = { seq, hash, by: authorOf(asker), at: context.now() };
    const outcome = await onRoom(() => context.rooms.seal(group.id, seal));
    if (outcome === 'sealed') return groupView(context, summit, group, asker, summit.lang);
    if (outcome === 'already-sealed') throw new ProblemError('section-signed');
    if (outcome === 'missing') throw new ProblemError('group-unknown');
  }
  throw new ProblemError('section-moved-on');
}

/** Opens a signed section for writing again, in a new epoch. Organisers only. Throws `section-not-signed`. */
export async function reopen(
  context: Context,
  summitIdOrSlug: string,
  groupId: string,
  asker: Asker,
): Promise<GroupView> {
  const summit = await findSummit(context, summitIdOrSlug);
  const group = findGroup(summit, groupId);
  requireOrganiser(summit, asker);
  const head = await onRoom(() => context.rooms.reopen(group.id));
  if (head === undefined) throw new ProblemError('section-not-signed');
  return groupView(context, summit, group, asker, summit.lang);
}

/** While a group types without pause, a newer version appears between reading and sealing; it pauses soon. */
const MOST_ATTEMPTS = 20;
