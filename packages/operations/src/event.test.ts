/// <reference types="node" />
import { strFromU8, unzipSync } from 'fflate';
import { type Exporter, findFormat, formats } from '@plenary/exporters';
import { describe, expect, test } from 'vitest';
import { EVENT_IS_THERE, EVENT_NOTES, holdEvent, type Note } from '../fixtures/held-event.ts';
import { exportSummit } from './reporting.ts';

/** The formats that tell the whole report; the others hold its outcomes alone. */
const wholeIds = (await Promise.all(formats.map(async (format): Promise<Exporter> => format.load())))
  .filter(({ covers }) => covers === undefined)
  .map(({ id }) => id);

/** How often each word occurs, by a reader that knows no Markdown but its front matter and the numbers of its lists. */
function count(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.normalize('NFC').matchAll(/[\p{L}\p{N}]+/gu)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function bodyOf({ bytes }: Note): string {
  return Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\+\+\+[^]*?\n\+\+\+\n/, '')
    .replaceAll(/^\s*\d+[.)] /gm, '');
}

describe.skipIf(!EVENT_IS_THERE)('an event that nobody here wrote', () => {
  test('is one summit of three days with a group for each file', async () => {
    const { world, id } = await holdEvent();
    const summit = await world.context.summits.summit(id);
    expect(summit!.groups).toHaveLength(EVENT_NOTES.length);
    expect(EVENT_NOTES.length).toBeGreaterThan(25);
    for (const group of summit!.groups) {
      expect((await world.context.documents.head(group.id))?.seq).toBeGreaterThan(1);
    }
  });

  test.each(wholeIds)(
    'every word of every file is in the report as %s',
    async (format) => {
      const { world, id } = await holdEvent();
      const { file, diagnostics } = await exportSummit(world.context, id, { format }, 'operator');
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      const found = count(typeof file === 'string' ? plain(file, format) : await unpacked(file, format));
      const bodies = EVENT_NOTES.map(bodyOf).join('\n');
      // An archive names each address once, however many links lead there.
      const wanted = [...count(typeof file === 'string' ? bodies : bodies.replaceAll(/\]\([^)]*\)/g, ']'))];
      expect(wanted.length).toBeGreaterThan(2000);
      expect(wanted.filter(([word, times]) => (found.get(word) ?? 0) < times)).toEqual([]);
    },
    60_000,
  );
});

/** A file with its escapes undone, by the rules of its format and nothing of ours. */
function plain(file: string, format: string): string {
  switch (format) {
    case 'json': {
      const strings: string[] = [];
      JSON.parse(file, (_, value: unknown) => (typeof value === 'string' ? strings.push(value) : value));
      return strings.join('\n');
    }
    case 'html':
      return unescaped(file);
    default:
      return file.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1');
  }
}

/** The text of all files of an archive, with the escapes of XML undone; a PDF is no archive and is read by its structure. */
async function unpacked(archive: Uint8Array, format: string): Promise<string> {
  if (format.startsWith('pdf')) return (await (await findFormat(format)!.load()).readBack(archive)).words;
  const files = Object.values(unzipSync(archive)).map((bytes) => strFromU8(bytes));
  return unescaped(files.join('\n'));
}

function unescaped(markup: string): string {
  return markup
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
