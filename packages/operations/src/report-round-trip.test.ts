import { auditText } from '@plenary/aggregation';
import { collectOutcomes, readState, textOf } from '@plenary/document';
import { type Exporter, findFormat } from '@plenary/exporters';
import { describe, expect, test } from 'vitest';
import { EVENT_IS_THERE, EVENT_NOTES, holdEvent } from '../fixtures/held-event.ts';
import { createWorld, smallSummit, type World } from '../fixtures/world.ts';
import { importFile } from './importing.ts';
import { compileSummit, exportSummit, inOneFile } from './reporting.ts';
import { loadSample } from './sample.ts';

const FORMATS = ['docx', 'html', 'md'];
const LANG = 'fr';

/** The report of a summit in a format, brought into the document of a group of another summit. */
async function broughtBack(world: World, summit: string, format: string) {
  const exported = await inOneFile(
    await exportSummit(world.context, summit, { format, lang: LANG }, 'operator'),
  );
  const { file, fileName: name } = exported;
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  const other = await smallSummit(world);
  const { remarks } = await importFile(world.context, other.id, other.group, { name, bytes }, 'operator');
  const content = readState((await world.context.rooms.read(other.group)).state);
  return { other, remarks, content };
}

/** What the report of a summit says, as a program that knows nothing of ours reads it. */
async function wordsOf(world: World, summit: string): Promise<string> {
  const exporter: Exporter = await findFormat('html')!.load();
  const { file } = await exportSummit(world.context, summit, { format: 'html', lang: LANG }, 'operator');
  return (await exporter.readBack(file)).words;
}

/** That nothing is missing: the audit of the first report, held against the report of the summit it was brought to. */
async function expectWhole(world: World, summit: string, format: string): Promise<void> {
  const { report, input } = await compileSummit(world.context, summit, LANG);
  const { other, content } = await broughtBack(world, summit, format);
  const findings = auditText(input, await wordsOf(world, other.id));
  expect(findings.filter(({ problem }) => problem !== 'repeated')).toEqual([]);
  const outcomes = collectOutcomes(content, world.context.blocks);
  expect(outcomes.map(({ kind, data, node }) => ({ kind, data, text: textOf(node) }))).toEqual(
    report.outcomes.map(({ kind, data, text }) => ({ kind, data, text })),
  );
}

describe.each(FORMATS)('the report as %s, brought into a group’s document', (format) => {
  test('of the summit of 2016 has every word and every outcome', async () => {
    const world = createWorld();
    const { id } = await loadSample(world.context, LANG);
    await expectWhole(world, id, format);
  }, 60_000);

  test.skipIf(!EVENT_IS_THERE)(
    'of an event that nobody here wrote has every word',
    async () => {
      expect(EVENT_NOTES.length).toBeGreaterThan(25);
      const { world, id } = await holdEvent();
      await expectWhole(world, id, format);
    },
    60_000,
  );
});
