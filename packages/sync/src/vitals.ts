/** How the rooms of a server are doing, for whoever watches them. Of several rooms: sums, or the worst. */
export interface Vitals {
  /** Updates that are applied and not yet on disk, of all rooms. */
  readonly uncommitted: number;
  /** Rooms in which Yjs holds something back; above zero, look into it. */
  readonly pendingStructs: number;
  /** Most updates behind a snapshot: what a load has to replay. */
  readonly longestTail: number;
  /** How long the oldest marker has been waiting for its echo. */
  readonly oldestMarkerMs: number;
  /** Most bytes that a connection has not taken. */
  readonly mostBuffered: number;
}

export const HEALTHY: Vitals = {
  uncommitted: 0,
  pendingStructs: 0,
  longestTail: 0,
  oldestMarkerMs: 0,
  mostBuffered: 0,
};

/** The part of them that connections have in it. */
export function connectionVitals(
  sessions: Iterable<{
    readonly markers: { readonly oldest: number | undefined };
    readonly buffered: number;
  }>,
  now: number,
): Pick<Vitals, 'oldestMarkerMs' | 'mostBuffered'> {
  let oldestMarkerMs = 0;
  let mostBuffered = 0;
  for (const { markers, buffered } of sessions) {
    oldestMarkerMs = Math.max(oldestMarkerMs, now - (markers.oldest ?? now));
    mostBuffered = Math.max(mostBuffered, buffered);
  }
  return { oldestMarkerMs, mostBuffered };
}

/** The vitals of two together. */
export function addVitals(one: Vitals, other: Vitals): Vitals {
  return {
    uncommitted: one.uncommitted + other.uncommitted,
    pendingStructs: one.pendingStructs + other.pendingStructs,
    longestTail: Math.max(one.longestTail, other.longestTail),
    oldestMarkerMs: Math.max(one.oldestMarkerMs, other.oldestMarkerMs),
    mostBuffered: Math.max(one.mostBuffered, other.mostBuffered),
  };
}
