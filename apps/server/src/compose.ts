import { createHash, randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { blocks } from '@plenary/blocks';
import { SCHEMA_VERSION } from '@plenary/document';
import { createReportCache, type Context } from '@plenary/operations';
import { createPictureEncoder } from '@plenary/pictures';
import { openDataFolder, type DataFolder, type StorageError } from '@plenary/storage';
import { createRooms, type Clock } from '@plenary/sync';
import { createTypesetter } from '@plenary/typesetter';
import { systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { ExportLanes } from './exports/export-lanes.ts';
import { watchStore } from './store-watch.ts';
import { createLog, createTelemetry, type Log, type Telemetry } from './telemetry.ts';

/** Everything concrete the server is made of. The only file that names concrete things. */
export interface Composition {
  readonly config: Config;
  readonly log: Log;
  readonly telemetry: Telemetry;
  readonly clock: Clock;
  readonly data: DataFolder;
  readonly exports: ExportLanes;
  readonly context: Context;
  /** Resolves when the disk or the database has failed for good. */
  readonly storeBroken: Promise<StorageError>;
  /** The built web application. */
  readonly webFolder: string;
}

/** Opens the data folder and puts the parts together. Throws `DataFolderInUse`. */
export async function compose(config: Config): Promise<Composition> {
  const telemetry = createTelemetry();
  const log = createLog(config.logLevel);
  const data = await openDataFolder(config.dataDir);
  const watch = watchStore(log, telemetry, systemClock);
  const documents = watch.over(data.documents);
  const rooms = createRooms({
    store: documents,
    clock: systemClock,
    meter: telemetry.meter,
    schemaVersion: SCHEMA_VERSION,
  });
  const pictures = watch.over(data.pictures);
  const exports = new ExportLanes(systemClock, { pictures });
  telemetry.gauge('plenary_exports', 'Files that are being made or wait for it.', () => exports.size);
  return {
    config,
    log,
    telemetry,
    clock: systemClock,
    data,
    exports,
    context: {
      summits: watch.over(data.summits),
      documents,
      rooms,
      pictures,
      publications: watch.over(data.publications),
      encoder: createPictureEncoder(),
      typesetter: createTypesetter(),
      blocks,
      now: () => systemClock.now(),
      random: (length) => new Uint8Array(randomBytes(length)),
      sha256: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
      publicUrl: config.publicUrl,
      reports: createReportCache(),
      breathe: async () => setImmediate(),
      exports,
    },
    storeBroken: watch.broken,
    webFolder: fileURLToPath(new URL('../../web/dist', import.meta.url)),
  };
}
