import { blocks } from '@plenary/blocks';
import { appendBlocks, newBlockId } from '@plenary/document';
import { findFormat, shapeOf } from '@plenary/exporters';
import { drawing, photograph } from '@plenary/pictures/samples';
import { reportLeaves } from '@plenary/report-ast';
import { outcome, p } from '@plenary/testing';
import { describe, expect, test } from 'vitest';
import { createWorld, smallSummit } from '../fixtures/world.ts';
import { addPicture } from './pictures.ts';
import { assetsFor } from './report-assets.ts';
import { createReportCache } from './report-cache.ts';
import {
  auditFile,
  auditOutcomes,
  compileSummit,
  exportCompiled,
  exportSummit,
  formatIds,
  inOneFile,
} from './reporting.ts';
import { viewSection } from './section-view.ts';

describe('the report of a summit', () => {
  test.each(formatIds)(
    'as %s holds what was written, and its audit finds nothing missing',
    async (format) => {
      const world = createWorld();
      const { id, group } = await smallSummit(world);
      const ada = await world.enter(id, 'rapporteur', 'Ada', group);
      const words = p('Une phrase que l’on retrouvera');
      const action = outcome(blocks.action.kind, { id: newBlockId(world.context.random) }, words);
      await world.context.rooms.edit(group, ada.id, (doc) => appendBlocks(doc, [action], blocks));
      const exported = await exportSummit(world.context, id, { format, lang: 'fr' }, ada);
      const read = await (await findFormat(format)!.load()).readBack(exported.file);
      expect(read.words).toContain('Une phrase que l’on retrouvera');
      expect(exported.fileName).toBe(`petit-sommet.${findFormat(format)!.extension}`);
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
    expect(reads).toBe(5);
    await world.write(group, 'system:import', 'Encore');
    const third = await exportSummit(counted, id, { format: 'json' }, 'operator');
    expect(String(third.file)).toContain('Encore');
    expect(reads).toBe(6);
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

  test('a format of outcomes alone fails by the outcome it loses', async () => {
    const world = createWorld();
    const { id } = await smallSummit(world);
    const { report } = await compileSummit(world.context, id, 'fr');
    const told = { id: 'o', kind: 'k', group: 'g', session: 's', data: {} };
    const outcomes = [
      { ...told, text: 'Un acte précieux' },
      { ...told, text: 'Un autre', data: { due: null } },
    ];
    const lossy = { readBack: () => ({ words: 'Un autre', shape: {} }) };
    await expect(auditOutcomes(lossy, () => true, '', { ...report, outcomes })).rejects.toMatchObject({
      code: 'audit-failed',
      params: { missing: '“Un acte précieux”' },
    });
    const isDue = ({ data }: { readonly data: object }): boolean => 'due' in data;
    await auditOutcomes(lossy, isDue, '', { ...report, outcomes });
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

describe('the pictures of a report', () => {
  /** A photograph, a drawing, and one that was never brought, each described by its number. */
  async function illustrated() {
    const world = createWorld();
    const { id, group } = await smallSummit(world);
    const brought = [];
    for (const bytes of [await photograph(60, 40), await drawing(40, 30)])
      brought.push(await addPicture(world.context, id, group, bytes, 'operator'));
    const ids = [...brought.map((picture) => picture.id), 'ab'.repeat(32)];
    const figures = ids.map((asset, index) => ({ type: 'figure', attrs: { asset, alt: `Image ${index}` } }));
    await world.context.rooms.edit(group, 'ada', (doc) => appendBlocks(doc, figures, world.context.blocks));
    return { world, id, group, ids };
  }

  test('are in the file that can hold them; one that is not there leaves its words, and that is told', async () => {
    const { world, id, ids } = await illustrated();
    const page = await exportSummit(world.context, id, { format: 'html', lang: 'en' }, 'operator');
    expect(page.besides).toEqual([]);
    expect(
      String(page.file).match(/<img src="data:image\/(?:jpeg|png);base64,[^"]+" alt="Image [01]"/g),
    ).toHaveLength(2);
    expect(String(page.file)).toContain('Image 2');
    expect(page.diagnostics.filter(({ rule }) => rule === 'asset-missing')).toMatchObject([
      { severity: 'warning', message: expect.stringContaining(ids[2]!.slice(0, 12)) },
    ]);
    const data = await exportSummit(world.context, id, { format: 'json', lang: 'en' }, 'operator');
    expect(String(data.file)).toContain('asset-missing');
  });

  test('lie beside the others, or with them in one archive', async () => {
    const { world, id, ids } = await illustrated();
    const text = await exportSummit(world.context, id, { format: 'md' }, 'operator');
    const paths = [`assets/${ids[0]}.jpg`, `assets/${ids[1]}.png`];
    expect(text.besides.map(({ path }) => path)).toEqual(paths);
    for (const path of paths) expect(String(text.file)).toContain(`](${path})`);
    const archive = await inOneFile(text);
    expect(archive).toMatchObject({
      fileName: 'petit-sommet.md.zip',
      mediaType: 'application/zip',
      besides: [],
    });
    for (const name of ['petit-sommet.md', ...paths])
      expect(Buffer.from(archive.file).includes(name)).toBe(true);
    const page = await exportSummit(world.context, id, { format: 'html' }, 'operator');
    expect(await inOneFile(page)).toBe(page);
  });

  test('stay on the server for a page inside the application', async () => {
    const { world, id, group, ids } = await illustrated();
    const wanted = { format: 'html', picturesIn: 'application' } as const;
    const page = String((await exportSummit(world.context, id, wanted, 'operator')).file);
    const { html } = await viewSection(world.context, id, group, 'operator', 'fr');
    for (const file of [page, html]) {
      expect(file).toContain(`<img src="/api/summits/${id}/pictures/${ids[0]}" alt="Image 0"`);
      expect(file).not.toContain('src="data:');
      expect(file).toMatch(/img-src 'self' data:;/);
    }
  });

  test('are as many as a file can hold; the words of the others stay, and it is told', async () => {
    const { world, id, ids } = await illustrated();
    const { report } = await compileSummit(world.context, id, 'fr');
    const summit = (await world.context.summits.summit(id))!;
    const first = (await world.context.pictures.picture(id, ids[0]!))!;
    const { assets, diagnostics } = await assetsFor(
      world.context,
      summit,
      report,
      'file',
      first.bytes.length,
    );
    expect([...assets.keys()]).toEqual([ids[0]]);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['asset-missing', 'pictures-too-heavy']);
  });
});

describe('a format that brings its fonts along', () => {
  test('replaces what they cannot show, says so, and is audited for the rest', async () => {
    const world = createWorld();
    const { id, group } = await smallSummit(world);
    await world.write(group, 'system:import', 'Une rencontre avec \uD55C et ses amis');
    const summit = await world.context.summits.summit(id);
    const format = findFormat('pdf');
    if (summit === undefined || format === undefined) throw new Error('there is no summit or no PDF');
    const compiled = await compileSummit(world.context, id, 'fr');
    const exported = await exportCompiled(world.context, summit, format, { ...compiled, assets: new Map() });
    const exporter = await format.load();
    expect((await exporter.readBack(exported.file)).words).toContain('avec \uFFFD et ses amis');
    // What the template asks for and nobody wrote is a note, and no matter of fonts.
    expect(exported.diagnostics.filter(({ severity }) => severity !== 'note')).toMatchObject([
      { rule: 'normalise-glyph', severity: 'warning' },
    ]);
    expect(exported.remarks.map(({ rule }) => rule)).toEqual(['normalise-glyph']);
  });
});
