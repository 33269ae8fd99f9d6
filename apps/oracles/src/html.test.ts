import { findFormat } from '@plenary/exporters';
import { summitReport } from '@plenary/exporters/fixtures';
import { describe, expect, test } from 'vitest';
import { readByPandoc } from './pandoc.ts';
import { findTool } from './tools.ts';
import { understandingOf } from './understood.ts';

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
