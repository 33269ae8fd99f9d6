import type { FrontDocument, FrontKind, Group, Summit } from './model.ts';

/** The documents that stand before the sections, in the order in which the report has them. */
export const FRONT_KINDS: readonly FrontKind[] = ['editorial', 'summary'];

/** The id of a summit's document of that kind: it follows from the summit, so that none is ever made twice. */
export function frontId(summit: string, front: FrontKind): string {
  return `${summit}-${front}`;
}

/** Whether a document stands before the sections, and is no group's. */
export function isFront(document: Group): document is FrontDocument {
  return 'front' in document;
}

/** Every document of a summit that people write: those before the sections, then those of the groups. */
export function documentsOf(summit: Pick<Summit, 'groups' | 'front'>): readonly Group[] {
  return [...(summit.front ?? []), ...summit.groups];
}
