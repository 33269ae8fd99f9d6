import type { RejectReason } from '@plenary/protocol';
import type { DocumentId } from './ports.ts';

/** The document does not exist. */
export class NoSuchDocument extends Error {
  override readonly name = 'NoSuchDocument';
  readonly document: DocumentId;
  constructor(document: DocumentId) {
    super(`There is no document ${document}.`);
    this.document = document;
  }
}

/** An edit by the server was refused; nothing was stored. */
export class EditRefused extends Error {
  override readonly name = 'EditRefused';
  readonly reason: RejectReason;
  constructor(reason: RejectReason) {
    super(`The edit was refused (${reason}); the document is unchanged.`);
    this.reason = reason;
  }
}

/** What the store gave back is not a whole document: a gap in the log, or updates that do not fit together. */
export class LogDamaged extends Error {
  override readonly name = 'LogDamaged';
  constructor(document: DocumentId, what: string) {
    super(`The log of document ${document} is damaged: ${what}. Run "plenary verify" and restore a backup.`);
  }
}

/** The room ended while something waited for it: the store failed, or the server leaves. Try again. */
export class RoomEnded extends Error {
  override readonly name = 'RoomEnded';
}

/** The store could not write; nothing since the last acknowledgement is safe. */
export class StoreFailed extends Error {
  override readonly name = 'StoreFailed';
  constructor(document: DocumentId) {
    super(
      `Document ${document} could not be stored. Look at the server's disk; nothing that was acknowledged is lost.`,
    );
  }
}
