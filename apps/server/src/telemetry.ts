import { pino, type Logger } from 'pino';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Meter } from '@plenary/sync';

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
}

/** Metrics for `/metrics`, and the meter the rooms count with. */
export function createTelemetry(): Telemetry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'plenary_' });
  const events = new Counter({
    name: 'plenary_sync_events_total',
    help: 'What happened in the rooms, by event and reason.',
    labelNames: ['event', 'reason'],
    registers: [registry],
  });
  const measures = new Histogram({
    name: 'plenary_sync_measure',
    help: 'Commit latency in milliseconds, batch sizes and the like, by measure.',
    labelNames: ['measure'],
    buckets: [1, 2, 5, 10, 20, 50, 100, 250, 500, 1000, 5000],
    registers: [registry],
  });
  return {
    registry,
    meter: {
      count: (event, labels) => events.inc({ event, reason: labels?.['reason'] ?? '' }),
      observe: (measure, value) => measures.observe({ measure }, value),
    },
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
  };
}
