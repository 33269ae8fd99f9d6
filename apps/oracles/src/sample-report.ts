import { createHash } from 'node:crypto';
import { blocks } from '@plenary/blocks';
import { SCHEMA_VERSION } from '@plenary/document';
import { compileSummit, type Context, loadSample } from '@plenary/operations';
import { createPictureEncoder } from '@plenary/pictures';
import type { Report } from '@plenary/report-ast';
import { createMemoryStores } from '@plenary/storage';
import { createRooms } from '@plenary/sync';

/** The report of the sample summit of 2016, compiled as a server compiles it, on stores in memory. */
export async function sampleReport(lang: 'fr' | 'en' = 'fr'): Promise<Report> {
  const { documents, summits, pictures, publications } = createMemoryStores();
  const rooms = createRooms({
    store: documents,
    clock: { now: () => MORNING, after: () => () => undefined },
    meter: { count: () => undefined, observe: () => undefined },
    schemaVersion: SCHEMA_VERSION,
  });
  let drawn = 0;
  const context: Context = {
    summits,
    documents,
    rooms,
    pictures,
    publications,
    encoder: createPictureEncoder(),
    blocks,
    now: () => MORNING,
    // The same report on every run: ids are drawn from it.
    random: (length) => {
      drawn += 1;
      return createHash('shake256', { outputLength: length }).update(String(drawn)).digest();
    },
    sha256: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
    publicUrl: 'https://summit.example',
  };
  const { id } = await loadSample(context, lang);
  return (await compileSummit(context, id, lang)).report;
}

/** 13 October 2016, when the groups met. */
const MORNING = Date.UTC(2016, 9, 13, 9);
