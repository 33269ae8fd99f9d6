/** Why the server closes a sync socket. 44xx: do not come back as you are. 1012, 1013: come back later. */
export const CLOSE = {
  /** The frame was not understood or broke a limit. */
  malformed: 4400,
  /** No session, or it ended. */
  noSession: 4401,
  /** This person may not open this document. */
  noAccess: 4403,
  /** There is no such document. */
  gone: 4404,
  /** Another epoch, or a client id that belongs to someone else: start with a fresh document. */
  conflict: 4409,
  /** The document is signed and closed to edits. */
  locked: 4423,
  /** The client's document schema is not the server's: reload the page. */
  schemaTooOld: 4426,
  /** The server restarts. */
  restart: 1012,
  /** The server cannot keep up, or cannot store. */
  overloaded: 1013,
} as const;

export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE];
