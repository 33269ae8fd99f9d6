import { appendBlocks } from '@plenary/document';
import { drawing } from '@plenary/pictures/samples';
import { describe, expect, test } from 'vitest';
import { createWorld, smallSummit } from '../fixtures/world.ts';
import { findSummit } from './lookup.ts';
import { addPicture } from './pictures.ts';
import { createReportCache } from './report-cache.ts';
import { reportSources } from './report-sources.ts';
import { compileSources, compileSummit, exportSummit } from './reporting.ts';
import { runExport } from './run-export.ts';
import { reopen, signOff } from './sign-off.ts';

/** What came by a message to another thread. */
const sent = structuredClone;

describe('the sources of a report', () => {
  test('give, somewhere else, the file that is made here, with its pictures and signatures', async () => {
    const world = createWorld();
    const { id, group } = await smallSummit(world);
    const ada = await world.enter(id, 'rapporteur', 'Ada', group);
    const { id: asset } = await addPicture(world.context, id, group, await drawing(40, 30), 'operator');
    const figure = { type: 'figure', attrs: { asset, alt: 'Le plan' } };
    await world.context.rooms.edit(group, ada.id, (doc) => appendBlocks(doc, [figure], world.context.blocks));
    await signOff(world.context, id, group, 'newest', ada);
    const summit = await findSummit(world.context, id);
    const sources = sent(await reportSources(world.context, summit, 'fr'));
    const { blocks, now, pictures } = world.context;
    for (const picturesIn of ['file', 'application'] as const) {
      const here = await exportSummit(world.context, id, { format: 'html', lang: 'fr', picturesIn }, ada);
      const job = { sources, format: 'html', picturesIn };
      expect(await runExport({ blocks, now, pictures }, job)).toEqual(here);
    }
  });

  test('are of the moment in which they were gathered', async () => {
    const world = createWorld();
    const { id, group } = await smallSummit(world);
    await world.write(group, 'system:import', 'Avant');
    const before = await compileSummit(world.context, id, 'fr');
    const sources = sent(await reportSources(world.context, await findSummit(world.context, id), 'fr'));
    await world.write(group, 'system:import', 'Après');
    const reports = createReportCache();
    expect((await compileSources({ ...world.context, reports }, sources)).report).toEqual(before.report);
    const newer = sent(await reportSources(world.context, await findSummit(world.context, id), 'fr'));
    const { report } = await compileSources({ ...world.context, reports }, newer);
    expect(report).toEqual((await compileSummit(world.context, id, 'fr')).report);
    // A cache that has read on in the meantime does not change what the older sources say.
    expect((await compileSources({ ...world.context, reports }, sources)).report).toEqual(before.report);
  });

  test('read a document again only when there is a newer version, or it was signed or reopened', async () => {
    const world = createWorld();
    const { id, group } = await smallSummit(world);
    const ada = await world.enter(id, 'organiser', 'Ada');
    const summit = await findSummit(world.context, id);
    const { rooms } = world.context;
    let reads: string[] = [];
    const counted = {
      ...world.context,
      reports: createReportCache(),
      rooms: {
        ...rooms,
        async read(document: string) {
          reads.push(document);
          return rooms.read(document);
        },
      },
    };
    const gathered = async () => {
      reads = [];
      const found = await reportSources(counted, summit, 'fr');
      expect(found).toEqual(await reportSources(world.context, summit, 'fr'));
      return found.documents.find((document) => document.group === group);
    };
    await gathered();
    expect(reads).toContain(group);
    await gathered();
    expect(reads).toEqual([]);
    await world.write(group, 'system:import', 'Plus tard');
    await gathered();
    expect(reads).toEqual([group]);
    await signOff(counted, id, group, 'newest', ada);
    expect(await gathered()).toMatchObject({ signOff: { by: 'Ada' } });
    await reopen(counted, id, group, ada);
    expect(await gathered()).not.toHaveProperty('signOff');
  });

  test('are gathered with a breath after each document, so that writers have their turn', async () => {
    const world = createWorld();
    const { id } = await smallSummit(world);
    let breaths = 0;
    const breathe = async (): Promise<void> => {
      breaths += 1;
    };
    const sources = await reportSources(
      { ...world.context, breathe },
      await findSummit(world.context, id),
      'fr',
    );
    expect(breaths).toBe(sources.documents.length);
  });
});

describe('an export elsewhere', () => {
  test('is refused before anything is gathered for those who may not, and for formats that are none', async () => {
    const world = createWorld();
    const { id } = await smallSummit(world);
    const reader = await world.enter(id, 'reader', 'Bob');
    const run = async (): Promise<never> => Promise.reject(new Error('It was begun.'));
    const context = { ...world.context, exports: { run } };
    await expect(exportSummit(context, id, { format: 'pdf' }, reader)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(exportSummit(context, id, { format: 'scroll' }, 'operator')).rejects.toMatchObject({
      code: 'format-unknown',
    });
    await expect(exportSummit(context, id, { format: 'pdf' }, 'operator')).rejects.toThrow('It was begun.');
  });
});
