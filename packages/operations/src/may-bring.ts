import { ProblemError } from '@plenary/protocol';
import { requireAccess, type Asker } from './asker.ts';
import type { Context } from './context.ts';
import { findGroup, findSummit } from './lookup.ts';

/**
 * Throws unless the asker may add a picture or a file to this group's document: before megabytes are received from
 * somebody who may not. `group-unknown`, `forbidden`, `section-signed`.
 */
export async function mayBring(
  context: Context,
  summitIdOrSlug: string,
  groupId: string,
  asker: Asker,
): Promise<void> {
  const summit = await findSummit(context, summitIdOrSlug);
  const group = findGroup(summit, groupId);
  requireAccess(summit, group.id, asker, 'write');
  const head = await context.documents.head(group.id);
  if (head?.seal !== undefined) throw new ProblemError('section-signed');
}
