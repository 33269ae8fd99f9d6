import { importFormats } from '@plenary/importers';
import { readState, textOf } from '@plenary/document';
import { drawing, photograph } from '@plenary/pictures/samples';
import { IMPORT_ENDINGS } from '@plenary/protocol';
import { EditRefused } from '@plenary/sync';
import { describe, expect, test } from 'vitest';
import { createWorld, smallSummit } from '../fixtures/world.ts';
import { importFile } from './importing.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a file that a group brings along', () => {
  test('can be chosen in a dialog by exactly the endings that are read', () => {
    const read = new Set(importFormats.flatMap(({ extensions }) => extensions));
    expect(new Set(IMPORT_ENDINGS)).toEqual(read);
  });

  test('is added at the end, by whoever brought it', async () => {
    const world = createWorld();
    const { id, group } = await smallSummit(world);
    const ada = await world.enter(id, 'participant', 'Ada', group);
    await world.write(group, ada.id, 'Déjà là');
    const file = { name: 'notes.md', bytes: utf8('# Titre\n\n- un\n- deux\n') };
    const imported = await importFile(world.context, id, group, file, ada);
    expect(imported).toMatchObject({ blocks: 2, seq: 3 });
    const text = textOf(readState((await world.context.rooms.read(group)).state));
    expect(text).toMatch(/Déjà là[^]*Titre[^]*un[^]*deux/);
    expect(await world.context.documents.authors(group)).toContain(ada.id);
  });

  test('keeps its pictures, upright and without their place, and says which it could not', async () => {
    const world = createWorld();
    const { id, group } = await smallSummit(world);
    const data = (bytes: Uint8Array) => `data:image/jpeg;base64,${Buffer.from(bytes).toString('base64')}`;
    const [photo, half] = [await photograph(60, 40), (await drawing()).subarray(0, 300)];
    const page = `<figure><img src="${data(photo)}" alt="La salle"><figcaption>Le matin</figcaption></figure>
      <p><img src="${data(half)}" alt="Le plan"></p><p><img src="data:image/svg+xml;base64,PHN2Zy8+" alt="Un logo"></p>`;
    const file = { name: 'notes.html', bytes: utf8(page), wordsIn: 'en' } as const;
    const imported = await importFile(world.context, id, group, file, 'operator');
    expect(imported.remarks.map(({ text }) => text)).toEqual([
      'Pictures of a kind that is not kept, or damaged, of which the description is left: 2',
    ]);
    const { content = [] } = readState((await world.context.rooms.read(group)).state);
    const added = content.slice(-3);
    expect(added.map(({ type }) => type)).toEqual(['figure', 'paragraph', 'paragraph']);
    expect(added.slice(1).map(textOf)).toEqual(['Le plan', 'Un logo']);
    const figure = added[0]?.attrs ?? {};
    expect(figure).toMatchObject({ alt: 'La salle', width: 40, height: 60 });
    const kept = await world.context.pictures.picture(id, String(figure['asset']));
    expect(kept).toMatchObject({ type: 'image/jpeg', width: 40, height: 60 });
    expect(Buffer.from(kept?.bytes ?? []).includes('Telefon')).toBe(false);
  });

  test('brings no more pictures than a group may have; of the others their words', async () => {
    const world = createWorld();
    const { id, group } = await smallSummit(world);
    const png = Buffer.from(await drawing(20, 20)).toString('base64');
    const full = { ...world.context.pictures, addPicture: async () => 'full' as const };
    const file = { name: 'notes.md', bytes: utf8(`![le plan](data:image/png;base64,${png})`) };
    const imported = await importFile({ ...world.context, pictures: full }, id, group, file, 'operator');
    expect(imported.remarks).toMatchObject([{ rule: 'image-one-too-many', count: 1 }]);
    expect(textOf(readState((await world.context.rooms.read(group)).state))).toContain('le plan');
  });

  test('an empty one adds nothing', async () => {
    const world = createWorld();
    const { id, group } = await smallSummit(world);
    const file = { name: 'empty.md', bytes: utf8('') };
    expect(await importFile(world.context, id, group, file, 'operator')).toMatchObject({ blocks: 0, seq: 1 });
  });

  test.each([
    ['notes.exe', utf8('hello'), /\.md/],
    ['notes.md', Uint8Array.of(0xff, 0xfe, 0x41, 0xd8), /UTF-8|text/],
    ['notes.md', utf8('\u0000\u0001\u0002 binary'), /text|UTF-8/],
  ])('%s cannot be read, in one sentence that says what to do', async (name, bytes, reason) => {
    const world = createWorld();
    const { id, group } = await smallSummit(world);
    const file = { name, bytes, wordsIn: 'en' } as const;
    await expect(importFile(world.context, id, group, file, 'operator')).rejects.toMatchObject({
      code: 'file-unreadable',
      params: { file: name, reason: expect.stringMatching(reason) },
    });
    expect((await world.context.documents.head(group))?.seq).toBe(1);
  });

  test('readers and people of another group may not', async () => {
    const world = createWorld();
    const { id, group } = await smallSummit(world);
    const summit = await world.context.summits.summit(id);
    const file = { name: 'notes.md', bytes: utf8('x') };
    for (const asker of [
      await world.enter(id, 'reader', 'Ada'),
      await world.enter(id, 'participant', 'Grace', summit!.groups[0]!.id),
    ]) {
      await expect(importFile(world.context, id, group, file, asker)).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
  });

  test.each([
    ['locked', 'section-signed'],
    ['too-large', 'file-unreadable'],
    ['too-deep', 'file-unreadable'],
    ['storage', 'storage-failed'],
    ['too-fast', 'storage-failed'],
    ['malformed', 'internal'],
  ] as const)('an edit that the room refuses as %s is told as %s', async (reason, code) => {
    const world = createWorld();
    const { id, group } = await smallSummit(world);
    const { rooms } = world.context;
    const refusing = {
      ...world.context,
      rooms: { ...rooms, edit: () => Promise.reject(new EditRefused(reason)) },
    };
    const file = { name: 'notes.md', bytes: utf8('x') };
    await expect(importFile(refusing, id, group, file, 'operator')).rejects.toMatchObject({ code });
  });

  test('a group of another summit is unknown here', async () => {
    const world = createWorld();
    const { id } = await smallSummit(world);
    const other = await smallSummit(world);
    const file = { name: 'notes.md', bytes: utf8('x') };
    await expect(importFile(world.context, id, other.group, file, 'operator')).rejects.toMatchObject({
      code: 'group-unknown',
    });
  });
});
