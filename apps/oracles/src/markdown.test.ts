import { findFormat } from '@plenary/exporters';
import { summitReport } from '@plenary/exporters/fixtures';
import { describe, expect, test } from 'vitest';
import { readByPandoc } from './pandoc.ts';
import { findTool } from './tools.ts';
import { understandingOf } from './understood.ts';

describe.skipIf(findTool('pandoc') === undefined)('pandoc reads Markdown', () => {
  test('and understands what the report says', { timeout: 60_000 }, async () => {
    const made = await (await findFormat('md')?.load())?.write(summitReport);
    const { headings, cells, ...understood } = await readByPandoc('gfm', made?.file ?? '');
    const { cells: written, ...expected } = understandingOf(summitReport);
    // The title, and that of the contents.
    expect(headings.slice(2)).toEqual(expected.headings);
    // A cell that spans two rows is empty in the second.
    expect(cells.filter((cell) => cell !== '')).toEqual(written.filter((cell) => cell !== ''));
    expect(understood).toEqual({ ...expected, headings: undefined });
  });
});
