/// <reference types="node" />
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { type Exporter, findFormat, formats } from '@plenary/exporters';
import { describe, expect, test } from 'vitest';
import { createWorld, type World } from '../fixtures/world.ts';
import { createSummit } from './create-summit.ts';
import { importFile } from './importing.ts';
import { exportSummit } from './reporting.ts';

/** Notes of an event that nobody here wrote, beside the repository where it is checked out with its data. */
const FOLDER = fileURLToPath(
  new URL('../../../../shared/data/notes/en-nordic-rse-get-together-2020/', import.meta.url),
);
const present = existsSync(FOLDER);
if (!present) console.log(`Skipped: the notes of a real event are not at ${FOLDER}`);

/** The formats that tell the whole report; the others hold its outcomes alone. */
const wholeIds = (await Promise.all(formats.map(async (format): Promise<Exporter> => format.load())))
  .filter(({ covers }) => covers === undefined)
  .map(({ id }) => id);

interface Note {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly title: string;
  /** As in the front matter, `2.1`: second day, first slot. */
  readonly session: string;
}

const notes: readonly Note[] = (present ? readdirSync(FOLDER) : [])
  .filter((name) => name.endsWith('.md'))
  .toSorted()
  .map((name) => {
    const bytes = readFileSync(`${FOLDER}${name}`);
    const text = bytes.toString('utf8');
    return {
      name,
      bytes,
      title: /^title *= *"(.*)"/m.exec(text)?.[1] ?? name,
      session: /^session *= *"(.*)"/m.exec(text)?.[1] ?? '1.0',
    };
  });

const DATES = ['2020-11-30', '2020-12-01', '2020-12-02'];
const dateOf = ({ session }: Note): string => DATES[Number(session[0]) - 1] ?? '2020-11-30';
const idOf = ({ name }: Note): string => name.replace('.md', '');

/** The event as a programme file: one session a file, in the order of its slot. */
function programme(): string {
  const inOrder = notes.toSorted((a, b) => a.session.localeCompare(b.session));
  return JSON.stringify({
    version: '1.0',
    lang: 'en',
    event: { title: 'Online get-together', start: DATES[0], end: DATES[2] },
    days: DATES.map((date) => ({
      date,
      sessions: inOrder.filter((note) => dateOf(note) === date).map(idOf),
    })),
    sessions: notes.map((note) => ({
      id: idOf(note),
      kind: 'workshop',
      date: dateOf(note),
      title: note.title,
    })),
  });
}

async function heldEvent(): Promise<{ readonly world: World; readonly id: string }> {
  const world = createWorld();
  const { id } = await createSummit(world.context, { programme: programme() });
  const summit = await world.context.summits.summit(id);
  for (const note of notes) {
    const group = summit!.groups.find(({ session }) => session === idOf(note))!;
    await importFile(world.context, id, group.id, note, 'operator');
  }
  return { world, id };
}

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

describe.skipIf(!present)('an event that nobody here wrote', () => {
  test('is one summit of three days with a group for each file', async () => {
    const { world, id } = await heldEvent();
    const summit = await world.context.summits.summit(id);
    expect(summit!.groups).toHaveLength(notes.length);
    expect(notes.length).toBeGreaterThan(25);
    for (const group of summit!.groups) {
      expect((await world.context.documents.head(group.id))?.seq).toBeGreaterThan(1);
    }
  });

  test.each(wholeIds)(
    'every word of every file is in the report as %s',
    async (format) => {
      const { world, id } = await heldEvent();
      const { file, diagnostics } = await exportSummit(world.context, id, { format }, 'operator');
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      const found = count(typeof file === 'string' ? plain(file, format) : await unpacked(file, format));
      const bodies = notes.map(bodyOf).join('\n');
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
