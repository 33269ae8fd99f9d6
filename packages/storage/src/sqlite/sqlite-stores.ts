import { foldName, type PictureStore, type PublicationStore, type SummitStore } from '@plenary/programme';
import type { DocumentStore } from '@plenary/sync';
import { packBatch } from './append-batch.ts';
import type { WorkerInput } from './worker-messages.ts';
import { WorkerLink } from './worker-link.ts';

/** All stores over one database. */
export interface SqliteStores {
  readonly documents: DocumentStore;
  readonly summits: SummitStore;
  readonly pictures: PictureStore;
  readonly publications: PublicationStore;
  close(): Promise<void>;
  /** Ends the worker at once, as a crash of it would. For tests. */
  crash(): Promise<void>;
}

/** Opens a database in a worker thread. The caller holds the folder's lock. */
export async function openSqliteStores(input: WorkerInput): Promise<SqliteStores> {
  const link = await WorkerLink.start(input);
  const documents: DocumentStore = {
    load: (document) => link.call('load', document),
    head: (document) => link.call('head', document),
    append: (batch) => {
      const packed = packBatch(batch);
      return link.callMoving([packed.bytes], 'append', packed);
    },
    seal: (document, seal) => link.call('seal', document, seal),
    reopen: (document) => link.call('reopen', document),
    saveSnapshot: (document, seq, state) => link.call('saveSnapshot', document, seq, state),
    authors: (document) => link.call('authors', document),
    owners: (document) => link.call('owners', document),
    history: (document, after) => link.call('history', document, after),
  };
  const summits: SummitStore = {
    createSummit: (summit, seeds, invitations, at) =>
      link.call('createSummit', summit, seeds, invitations, at),
    addGroup: (summit, added, at) => link.call('addGroup', summit, added, at),
    summits: () => link.call('summits'),
    summit: (idOrSlug) => link.call('summit', idOrSlug),
    summitOfGroup: (group) => link.call('summitOfGroup', group),
    reportPlan: (summit) => link.call('reportPlan', summit),
    saveReportPlan: (summit, plan) => link.call('saveReportPlan', summit, plan),
    addInvitation: (invitation) => link.call('addInvitation', invitation),
    invitations: (summit) => link.call('invitations', summit),
    invitationByCode: (code) => link.call('invitationByCode', code),
    invitationByTokenHash: (hash) => link.call('invitationByTokenHash', hash),
    revokeInvitation: (summit, id, at) => link.call('revokeInvitation', summit, id, at),
    addPerson: (person, session) => link.call('addPerson', person, session, foldName(person.name)),
    addMembership: (person, membership) => link.call('addMembership', person, membership),
    person: (id) => link.call('person', id),
    personBySession: (tokenHash) => link.call('personBySession', tokenHash),
    people: (summit) => link.call('people', summit),
  };
  const pictures: PictureStore = {
    addPicture: (picture, origin, most) => link.call('addPicture', picture, origin, most),
    picture: (summit, id) => link.call('picture', summit, id),
    pictureTypes: (summit) => link.call('pictureTypes', summit),
  };
  const publications: PublicationStore = {
    publish: (facts, files) => link.call('publish', facts, files),
    publication: (summit) => link.call('publication', summit),
    publishedBytes: (summit, name) => link.call('publishedBytes', summit, name),
    unpublish: (summit) => link.call('unpublish', summit),
  };
  return {
    documents,
    summits,
    pictures,
    publications,
    close: () => link.close(),
    crash: () => link.terminate(),
  };
}
