import { findFormat } from '@plenary/exporters';
import { kitchenSink, PICTURES, summitReport } from '@plenary/exporters/fixtures';
import { describe, expect, test } from 'vitest';
import nu from 'vnu-jar';
import { readByPandoc } from './pandoc.ts';
import { sampleReport } from './sample-report.ts';
import { findTool, runTool } from './tools.ts';
import { understandingOf } from './understood.ts';

describe.skipIf(findTool('java') === undefined)('the Nu checker has nothing to say', () => {
  test.each([
    ['the kitchen sink', async () => kitchenSink],
    ['the sample', async () => sampleReport()],
  ])('of %s', { timeout: 120_000 }, async (_name, report) => {
    const exporter = await findFormat('html')?.load();
    const made = await exporter?.write(await report(), PICTURES);
    // It ends badly where there is an error, and says which.
    expect(await runTool('java', ['-jar', nu, '--errors-only', '-'], made?.file)).toBe('');
  });
});

describe.skipIf(findTool('pandoc') === undefined)('pandoc reads a web page', () => {
  test('and understands what the report says', async () => {
    const exporter = await findFormat('html')?.load();
    const { file } = (await exporter?.write(summitReport)) ?? { file: '' };
    const { headings, ...understood } = await readByPandoc('html', file);
    const expected = understandingOf(summitReport);
    // The page itself has a title, and one over its contents.
    expect(headings.slice(2)).toEqual(expected.headings);
    expect(understood).toEqual({ ...expected, headings: undefined });
  });
});
