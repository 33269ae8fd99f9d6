import { createHash, randomBytes } from 'node:crypto';
import { blocks } from '@plenary/blocks';
import { SCHEMA_VERSION } from '@plenary/document';
import type { CommandContext } from '@plenary/operations';
import { createPictureEncoder } from '@plenary/pictures';
import { openDataFolder } from '@plenary/storage';
import { createRooms, type Meter } from '@plenary/sync';
import { createTypesetter } from '@plenary/typesetter';
import { systemClock } from './clock.ts';
import type { Settings } from './settings.ts';

/** The parts put together in this process, without a server. The only file that names concrete things. */
export interface Composition {
  readonly context: CommandContext;
  /** Flushes what is being written and gives the data folder back. */
  readonly close: () => Promise<void>;
}

/** Opens the data folder. Throws `DataFolderInUse`. */
export async function compose(settings: Pick<Settings, 'dataDir' | 'publicUrl'>): Promise<Composition> {
  const data = await openDataFolder(settings.dataDir);
  const rooms = createRooms({
    store: data.documents,
    clock: systemClock,
    meter: NO_METER,
    schemaVersion: SCHEMA_VERSION,
  });
  return {
    context: {
      summits: data.summits,
      documents: data.documents,
      rooms,
      pictures: data.pictures,
      publications: data.publications,
      encoder: createPictureEncoder(),
      typesetter: createTypesetter(),
      blocks,
      data,
      now: () => systemClock.now(),
      random: (length) => new Uint8Array(randomBytes(length)),
      sha256: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
      publicUrl: settings.publicUrl,
    },
    close: async () => {
      await rooms.drain();
      await data.close();
    },
  };
}

/** A command runs for a second; nobody scrapes it. */
const NO_METER: Meter = { count: () => undefined, observe: () => undefined };
