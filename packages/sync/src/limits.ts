/** What one connection, one update and one document may cost. Every number has its argument. */
export interface Limits {
  /** Bytes of a frame. Pasting a long chapter is 200 KB; ten times that is no human edit. */
  readonly frameBytes: number;
  /** Frames a second and connection, sustained. Fast typing is 15, echoed presence 10, caret moves 20. */
  readonly framesPerSecond: number;
  /** Frames at once: what a phone sends that was asleep. */
  readonly frameBurst: number;
  /** Bytes of sync messages a second and connection, sustained. Typing is 2 KB/s. */
  readonly bytesPerSecond: number;
  /** Bytes at once: several pasted chapters, or the first answer after a day offline. */
  readonly byteBurst: number;
  /** SyncStep1 answered a second. A stock client asks once at opening, and every few seconds when told to. */
  readonly answersPerSecond: number;
  readonly answerBurst: number;
  /** Frames and bytes that wait while a room loads: the greeting of a client and what its person types meanwhile. */
  readonly waitingFrames: number;
  readonly waitingBytes: number;
  /** Markers that wait for a commit. A client sends one or two a second; a disk that needs ten minutes is broken. */
  readonly waitingMarkers: number;
  /** Updates a connection may send that refer to something missing. One can happen after a failure; then the client answers. */
  readonly incompleteUpdates: number;

  /**
   * Structs in an update: a jump of the caret every three seconds, all day, offline; three hundred pasted pages. Applying
   * this many takes 10 to 40 ms. The server's own edits may be longer.
   */
  readonly structsPerUpdate: number;
  /** Values of attributes in an update, those inside of others counted: two for each struct. Building them takes 30 ms. */
  readonly valuesPerUpdate: number;
  /** Characters of JSON in an update, the form of values of marks: those of 1,500 pasted links. Parsing takes 25 ms. */
  readonly jsonPerUpdate: number;
  /** New ranges deleted by an update: each may split an item in an array that grows. */
  readonly newDeletesPerUpdate: number;
  /** Client ids first used by one update: a phone offline all morning, reloaded every minute. */
  readonly newClientIdsPerUpdate: number;
  /** Client ids of one person in a document: a new one at every reload, for days. */
  readonly clientIdsPerPerson: number;
  /** Client ids of a document: they are in every state vector for ever. */
  readonly clientIdsPerDocument: number;
  /** How deep types nest: lists in quotes in tables end at 20; renderers recurse. */
  readonly depth: number;
  /** Bytes of a document's state: a 1,000-page book without pictures. */
  readonly documentBytes: number;

  /** Bytes of one presence state: a caret and a name are 300. */
  readonly presenceBytes: number;
  readonly presenceMs: number;
  /** In a crowd the eye cannot follow more. */
  readonly crowdedPresenceMs: number;
  readonly crowd: number;
  /** Client ids remembered for presence after they left, so that nobody takes over another's and returns are seen. */
  readonly rememberedPresences: number;

  /** Half of what a stock client bears in silence. */
  readonly keepAliveMs: number;
  /** Bytes a socket may hold back; above it the reader is too slow and resyncs later. */
  readonly bufferedBytes: number;

  /** Requests and bytes in one commit: keeps the pause of the others below a few tens of milliseconds. */
  readonly batchRequests: number;
  readonly batchBytes: number;
  /**
   * After each commit everybody in its rooms is written to. A millisecond's pause before it for so many connections keeps
   * that below a tenth of a processor; a small server does not wait at all.
   */
  readonly connectionsPerPauseMs: number;
  /**
   * Pause and writing together, at most: a key that comes three frames of a screen later is not seen to be late. From
   * some hundred connections on the pause is what writing leaves of it.
   */
  readonly longestPauseMs: number;
  /** What writing to a connection costs, twice: a key waits for the batch it is in, and for the one that is under way. */
  readonly writingMsPerConnection: number;
  /** The shortest pause of a crowd: those of many rooms are not all written to by one commit. */
  readonly crowdedPauseMs: number;
  /** Updates between two snapshots: replaying 500 takes a few milliseconds. */
  readonly snapshotEvery: number;
  /** Updates that make a snapshot worth while when the room leaves memory. */
  readonly snapshotAtUnload: number;
  /** Updates that make it worth while to build a document in memory anew. */
  readonly packEvery: number;
  /** How long after its last commit, or in the midst of many, that is done at the earliest. */
  readonly packAfterMs: number;
  /** The largest state, in bytes, that is: it takes some fifteen milliseconds, and holds up everybody. */
  readonly packBytes: number;
  /** How long a room stays after the last connection: a reload or a tunnel should find it. */
  readonly unloadAfterMs: number;

  /** Connections to a document: a hall of 2,000 readers with a second device each, and room to spare. */
  readonly connectionsPerDocument: number;
  /**
   * Connections of one person, or one invitation's token, to a document: half of its places. The screens of a hall may
   * share a token; nobody may shut the others out.
   */
  readonly connectionsPerPerson: number;
  /**
   * How long a server that leaves takes to close its connections, at most: who is asked to come back within a second
   * does not arrive in the same instant, and nobody waits long for the restart.
   */
  readonly leaveWithinMs: number;
  /** Milliseconds between two closes where the sum stays below: a server of a few restarts at once. */
  readonly leaveEveryMs: number;
}

/** The limits of a server for summits of some hundred people. */
export const DEFAULT_LIMITS: Limits = {
  frameBytes: 2 ** 20,
  framesPerSecond: 200,
  frameBurst: 600,
  bytesPerSecond: 512 * 1024,
  byteBurst: 4 * 2 ** 20,
  answersPerSecond: 2,
  answerBurst: 20,
  waitingFrames: 512,
  waitingBytes: 2 * 2 ** 20,
  waitingMarkers: 1024,
  incompleteUpdates: 3,

  structsPerUpdate: 10_000,
  valuesPerUpdate: 20_000,
  jsonPerUpdate: 256 * 1024,
  newDeletesPerUpdate: 10_000,
  newClientIdsPerUpdate: 256,
  clientIdsPerPerson: 2_000,
  clientIdsPerDocument: 20_000,
  depth: 64,
  documentBytes: 8 * 2 ** 20,

  presenceBytes: 2048,
  presenceMs: 100,
  crowdedPresenceMs: 250,
  crowd: 50,
  rememberedPresences: 4096,

  keepAliveMs: 15_000,
  bufferedBytes: 4 * 2 ** 20,

  batchRequests: 2_000,
  batchBytes: 8 * 2 ** 20,
  connectionsPerPauseMs: 9,
  longestPauseMs: 50,
  writingMsPerConnection: 0.015,
  crowdedPauseMs: 20,
  snapshotEvery: 500,
  snapshotAtUnload: 50,
  packEvery: 100,
  packAfterMs: 3_000,
  packBytes: 128 * 1024,
  unloadAfterMs: 30_000,

  connectionsPerDocument: 5_000,
  connectionsPerPerson: 2_500,
  leaveWithinMs: 1_000,
  leaveEveryMs: 5,
};

/** Shared types at the root of a group document: rich text, and facts about the document. */
export const ROOTS: ReadonlySet<string> = new Set(['default', 'meta']);
