/**
 * What travels on `/sync/<group id>`, one message a binary frame. The first byte (a varuint) is the type.
 * 0, 1 and 3 are y-websocket's; 102 and 103 are ours and are sent only where `plenary.v1` was agreed.
 * See PROTOCOL.md.
 */
export const MESSAGE_SYNC = 0;
export const MESSAGE_AWARENESS = 1;
export const MESSAGE_AUTH = 2;
export const MESSAGE_QUERY_AWARENESS = 3;
/** Client to server with a number; echoed once all this connection sent before it is on disk. */
export const MESSAGE_MARKER = 102;
/** Server to client: a `Notice` as JSON. */
export const MESSAGE_NOTICE = 103;

export const SYNC_STEP_1 = 0;
export const SYNC_STEP_2 = 1;
export const SYNC_UPDATE = 2;

/** The subprotocol that turns on the extension. The client also says `?schema=<n>&epoch=<n>&person=<id>`. */
export const SUBPROTOCOL = 'plenary.v1';

/** Where the sync socket lives; the group id follows. */
export const SYNC_PATH = '/sync';

/** What the server tells a plenary client before it acts, and why. */
export type Notice =
  /** First message on a connection: what this connection may do, and the sequence it starts from. */
  | { readonly type: 'welcome'; readonly epoch: number; readonly access: 'read' | 'write' }
  /** The section was signed; the connection closes with 4423. */
  | { readonly type: 'locked' }
  /** The document began a new epoch; the connection closes with 4409. */
  | { readonly type: 'epoch'; readonly epoch: number }
  /** An edit was refused; the connection closes with the code that says why. */
  | { readonly type: 'rejected'; readonly reason: RejectReason }
  /** The client's schema version is not the server's; the connection closes with 4426. */
  | { readonly type: 'schema'; readonly wanted: number };

export type RejectReason =
  | 'read-only'
  | 'locked'
  | 'malformed'
  | 'incomplete'
  | 'foreign-client-id'
  | 'root-type'
  | 'too-large'
  | 'too-deep'
  | 'too-fast'
  | 'storage';
