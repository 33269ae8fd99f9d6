import { shapeOf } from '@plenary/exporters';
import { reportLeaves } from '@plenary/report-ast';
import { describe, expect, test } from 'vitest';
import { createWorld, smallSummit } from '../fixtures/world.ts';
import { createReportCache } from './report-cache.ts';
import { auditFile, compileSummit, exportSummit, formatIds } from './reporting.ts';

describe('the report of a summit', () => {
  test.each(formatIds)(
    'as %s holds what was written, and its audit finds nothing missing',
    async (format) => {
      const world = createWorld();
      const { id, group } = await smallSummit(world);
      const ada = await world.enter(id, 'rapporteur', 'Ada', group);
      await world.write(group, ada.id, 'Une phrase que l’on retrouvera');
      const exported = await exportSummit(world.context, id, { format, lang: 'fr' }, ada);
      expect(String(exported.file)).toContain('Une phrase que l’on retrouvera');
      expect(exported.fileName).toBe(`petit-sommet.${format}`);
      expect(exported.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    },
  );

  test('the same versions give the same file, with and without a cache', async () => {
    const world = createWorld();
    const { id, group } = await smallSummit(world);
    await world.write(group, 'system:import', 'Bonjour');
    const plain = await exportSummit(world.context, id, { format: 'json' }, 'operator');
    let reads = 0;
    const { rooms } = world.context;
    const counted = {
      ...world.context,
      reports: createReportCache(),
      rooms: {
        ...rooms,
        async read(document: string) {
          reads += 1;
          return rooms.read(document);
        },
      },
    };
    const first = await exportSummit(counted, id, { format: 'json' }, 'operator');
    const second = await exportSummit(counted, id, { format: 'json' }, 'operator');
    expect([first.file, second.file]).toEqual([plain.file, plain.file]);
    expect(reads).toBe(3);
    await world.write(group, 'system:import', 'Encore');
    const third = await exportSummit(counted, id, { format: 'json' }, 'operator');
    expect(String(third.file)).toContain('Encore');
    expect(reads).toBe(4);
  });

  test('neither the server nor a program is a contributor', async () => {
    const world = createWorld();
    const { id, group } = await smallSummit(world);
    const ada = await world.enter(id, 'participant', 'Ada');
    await world.write(group, 'system:import', 'importé');
    await world.write(group, 'program-i1', 'par un programme');
    await world.write(group, ada.id, 'à la main');
    const { input } = await compileSummit(world.context, id, 'fr');
    expect(input.documents.get(group)?.contributors).toEqual(['Ada']);
  });

  test('participants and readers do not take it away', async () => {
    const world = createWorld();
    const { id } = await smallSummit(world);
    for (const role of ['participant', 'reader'] as const) {
      const asker = await world.enter(id, role, role);
      await expect(exportSummit(world.context, id, { format: 'md' }, asker)).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
  });

  test('an unknown format is answered with those there are', async () => {
    const world = createWorld();
    const { id } = await smallSummit(world);
    await expect(exportSummit(world.context, id, { format: 'exe' }, 'operator')).rejects.toMatchObject({
      code: 'format-unknown',
      params: { format: 'exe', formats: formatIds.join(', ') },
    });
  });

  test('a format that loses a word fails by name', async () => {
    const world = createWorld();
    const { id, group } = await smallSummit(world);
    await world.write(group, 'system:import', 'Un mot précieux');
    const { input, report } = await compileSummit(world.context, id, 'fr');
    const expected = shapeOf(report);
    const lossy = { readBack: () => ({ words: 'nothing of it', shape: {} }) };
    await expect(auditFile(lossy, '', input, expected)).rejects.toMatchObject({
      code: 'audit-failed',
      params: { missing: expect.stringContaining('Mesurer') },
    });
  });

  test('a format that keeps the words and loses a cell fails by what it lost', async () => {
    const world = createWorld();
    const { id } = await smallSummit(world);
    const { input, report } = await compileSummit(world.context, id, 'fr');
    const expected = { ...shapeOf(report), cells: 4 };
    const flat = { readBack: () => ({ words: reportLeaves(report).join('\n'), shape: { cells: 3 } }) };
    await expect(auditFile(flat, '', input, expected)).rejects.toMatchObject({
      code: 'audit-failed',
      params: { missing: 'cellules de tableaux\u00A0: 3 au lieu de 4' },
    });
  });
});
