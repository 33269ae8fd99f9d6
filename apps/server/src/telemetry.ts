import { pino, type Logger } from 'pino';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Meter } from '@plenary/sync';
import { createMeter } from './room-metrics.ts';

export type Log = Logger;

/** Structured lines on stdout: ids, counts and durations. Never names, tokens or text. */
export function createLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

export interface Telemetry {
  readonly registry: Registry;
  readonly meter: Meter;
  /** Answers `value` at each scrape. */
  gauge(name: string, help: string, value: () => number): void;
  /** A request was answered. `route` is the pattern, so that no code or id becomes a label. */
  request(
    labels: { readonly method: string; readonly route: string; readonly status: number },
    ms: number,
  ): void;
  /** An edit or a read failed because of the disk. */
  storeFailed(kind: string): void;
}

/** What is held up for as long is seen by people. Each look wakes the process: a hundred a second cost a hall's server a twentieth. */
const EVENT_LOOP_LOOKED_AT_EVERY_MS = 50;

/** Metrics for `/metrics`, and the meter the rooms count with. Event-loop delay and memory come with the defaults. */
export function createTelemetry(): Telemetry {
  const registry = new Registry();
  collectDefaultMetrics({
    register: registry,
    prefix: 'plenary_',
    eventLoopMonitoringPrecision: EVENT_LOOP_LOOKED_AT_EVERY_MS,
  });
  const requests = new Histogram({
    name: 'plenary_http_request_seconds',
    help: 'How long answering a request took, by method, route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 1, 5, 20],
    registers: [registry],
  });
  const failures = new Counter({
    name: 'plenary_store_failures_total',
    help: 'Calls of the store that failed because of the disk, by kind.',
    labelNames: ['kind'],
    registers: [registry],
  });
  return {
    registry,
    meter: createMeter(registry),
    gauge(name, help, value) {
      const gauge = new Gauge({
        name,
        help,
        registers: [registry],
        collect() {
          gauge.set(value());
        },
      });
    },
    request: (labels, ms) => requests.observe(labels, ms / 1000),
    storeFailed: (kind) => failures.inc({ kind }),
  };
}
