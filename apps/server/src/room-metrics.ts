import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { Meter, Vitals } from '@plenary/sync';

/** What the rooms count, by the name they count it under. A test compares this list with what they really count. */
export const COUNTS: Readonly<Record<string, { readonly help: string; readonly label?: string }>> = {
  rejected: { help: 'Edits that were refused, by reason.', label: 'reason' },
  closed: { help: 'Connections that the rooms closed, by close code.', label: 'code' },
  commit_refused: { help: 'Edits that the store refused, by reason.', label: 'because' },
  commit_failed: { help: 'Batches that could not be stored.' },
  load_failed: { help: 'Documents that could not be loaded.' },
  read_on_failed: { help: 'Documents of which what another server had written could not be read.' },
  snapshot_failed: { help: 'Snapshots that could not be written; the log still has everything.' },
  replica_dropped: { help: 'Documents loaded again because an edit broke the copy in memory.' },
  packed: { help: 'Documents in memory that were built anew from their state, to take less of it.' },
  slow_reader: { help: 'Connections closed because they read too slowly.' },
  listener_failed: { help: 'Listeners to changes that failed.' },
  fault: { help: 'Mistakes of the program in a room; look into any.' },
};

/** What the rooms measure. Prometheus wants seconds; the rooms measure in milliseconds. */
export const MEASURES: Readonly<
  Record<
    string,
    { readonly name: string; readonly help: string; readonly scale: number; readonly buckets: number[] }
  >
> = {
  commit_ms: {
    name: 'commit_seconds',
    help: 'From handing a batch to the store until it is on disk.',
    scale: 0.001,
    buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 5],
  },
  commit_updates: {
    name: 'commit_updates',
    help: 'Edits in a batch.',
    scale: 1,
    buckets: [1, 2, 5, 10, 20, 50, 100, 500, 2000],
  },
  marker_ms: {
    name: 'marker_seconds',
    help: 'From a marker to its echo: how long “saving” is shown.',
    scale: 0.001,
    buckets: [0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 5, 30],
  },
  load_ms: {
    name: 'load_seconds',
    help: 'Loading a document from the store.',
    scale: 0.001,
    buckets: [0.002, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5],
  },
};

/** How the rooms are doing, asked at each scrape. */
export const VITALS: readonly {
  readonly of: keyof Vitals;
  readonly name: string;
  readonly help: string;
  readonly scale: number;
}[] = [
  { of: 'uncommitted', name: 'uncommitted_updates', help: 'Edits on their way to the disk.', scale: 1 },
  {
    of: 'pendingStructs',
    name: 'rooms_with_pending_structs',
    help: 'Documents in which something waits for what never came. Above zero is a mistake of the program.',
    scale: 1,
  },
  { of: 'longestTail', name: 'longest_tail_updates', help: 'Most edits behind a snapshot.', scale: 1 },
  {
    of: 'oldestMarkerMs',
    name: 'oldest_marker_seconds',
    help: 'How long the oldest marker has been waiting for its echo.',
    scale: 0.001,
  },
  {
    of: 'mostBuffered',
    name: 'most_buffered_bytes',
    help: 'Most bytes that one connection has not taken.',
    scale: 1,
  },
];

const PREFIX = 'plenary_sync_';

/** The meter of the rooms over a registry. Every counter is there from the start, so that an alert can be written. */
export function createMeter(registry: Registry): Meter {
  const registers = [registry];
  const counters = new Map(
    Object.entries(COUNTS).map(([event, { help, label }]) => {
      const labelNames = label === undefined ? [] : [label];
      return [event, new Counter({ name: `${PREFIX}${event}_total`, help, labelNames, registers })];
    }),
  );
  const measures = new Map(
    Object.entries(MEASURES).map(([measure, { name, help, scale, buckets }]) => {
      const histogram = new Histogram({ name: `${PREFIX}${name}`, help, buckets, registers });
      return [measure, (value: number) => histogram.observe(value * scale)];
    }),
  );
  const rooms = new Gauge({ name: `${PREFIX}rooms`, help: 'Group documents in memory.', registers });
  measures.set('rooms', (value) => rooms.set(value));
  return {
    count: (event, labels) => counters.get(event)?.inc({ ...labels }),
    observe: (measure, value) => measures.get(measure)?.(value),
  };
}
