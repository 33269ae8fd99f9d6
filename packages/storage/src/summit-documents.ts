import type { FrontDocument, Group, Summit } from '@plenary/programme';

/** A summit as it is kept: its documents stand elsewhere. */
export type SummitAlone = Omit<Summit, 'groups' | 'front'>;

/** What is kept of a summit beside its documents. */
export function withoutDocuments(summit: Summit): SummitAlone {
  const { groups: _, front: _front, ...alone } = summit;
  return alone;
}

/** The summit with its documents, in order: the groups', and those before the sections where there are any. */
export function withDocuments(summit: SummitAlone, documents: readonly Group[]): Summit {
  const front = documents.filter(isFront);
  return {
    ...summit,
    groups: documents.filter((document) => !isFront(document)),
    ...(front.length > 0 && { front }),
  };
}

/** Not asked of the programme's own function: its code would be loaded a second time, in the worker. */
function isFront(document: Group): document is FrontDocument {
  return 'front' in document;
}
