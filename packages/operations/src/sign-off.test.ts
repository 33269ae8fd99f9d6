import { describe, expect, test } from 'vitest';
import { createWorld, smallSummit } from '../fixtures/world.ts';
import { importFile } from './importing.ts';
import { exportSummit } from './reporting.ts';
import { viewSection } from './section-view.ts';
import { reopen, signOff } from './sign-off.ts';

const bytes = new TextEncoder().encode('Une ligne de plus.');

describe('signing a section', () => {
  test('what was read is signed; from then on edits are refused; reopening begins a new epoch', async () => {
    const world = createWorld();
    const { id, group } = await smallSummit(world);
    const ada = await world.enter(id, 'rapporteur', 'Ada', group);
    const organiser = await world.enter(id, 'organiser', 'Grace');
    await world.write(group, ada.id, 'Fini.');
    const { seq, hash } = await viewSection(world.context, id, group, ada, 'fr');
    world.clock.advance(60_000);

    const signed = await signOff(world.context, id, group, { seq, hash }, ada);
    expect(signed).toMatchObject({
      state: 'signed',
      seq,
      signOff: { by: 'Ada', at: '2016-10-12T07:01:00.000Z', seq, hash },
    });
    await expect(world.write(group, ada.id, 'Trop tard')).rejects.toMatchObject({ reason: 'locked' });
    const late = importFile(world.context, id, group, { name: 'late.md', bytes }, ada);
    await expect(late).rejects.toMatchObject({ code: 'section-signed' });
    await expect(signOff(world.context, id, group, 'newest', ada)).rejects.toMatchObject({
      code: 'section-signed',
    });

    const open = await reopen(world.context, id, group, organiser);
    expect(open).toMatchObject({ state: 'open', epoch: signed.epoch + 1, seq });
    expect(open).not.toHaveProperty('signOff');
    await world.write(group, ada.id, 'Et encore.');
    await expect(reopen(world.context, id, group, organiser)).rejects.toMatchObject({
      code: 'section-not-signed',
    });
  });

  test('a text that moved on, or was never that text, is not signed', async () => {
    const world = createWorld();
    const { id, group } = await smallSummit(world);
    const ada = await world.enter(id, 'rapporteur', 'Ada');
    const read = await viewSection(world.context, id, group, ada, 'fr');
    const forged = { seq: read.seq, hash: '0'.repeat(64) };
    await expect(signOff(world.context, id, group, forged, ada)).rejects.toMatchObject({
      code: 'section-moved-on',
    });
    await world.write(group, ada.id, 'Plus récent');
    await expect(signOff(world.context, id, group, read, ada)).rejects.toMatchObject({
      code: 'section-moved-on',
    });
    expect((await world.context.documents.head(group))?.seal).toBeUndefined();
  });

  test('“newest” signs what is there even when it changes between reading and sealing', async () => {
    const world = createWorld();
    const { id, group } = await smallSummit(world);
    let typed = 0;
    const { rooms } = world.context;
    const typing = {
      ...world.context,
      rooms: {
        ...rooms,
        read: (document: string) => rooms.read(document),
        present: (document: string) => rooms.present(document),
        async seal(document: string, seal: Parameters<typeof rooms.seal>[1]) {
          if (typed < 3) await world.write(group, 'system:import', `Phrase ${(typed += 1)}`);
          return rooms.seal(document, seal);
        },
      },
    };
    const signed = await signOff(typing, id, group, 'newest', 'operator');
    expect(signed).toMatchObject({ seq: 4, signOff: { by: 'L’équipe d’organisation' } });
  });

  test('a participant signs nothing, a rapporteur of another group neither, and only organisers reopen', async () => {
    const world = createWorld();
    const { id, group } = await smallSummit(world);
    const summit = await world.context.summits.summit(id);
    const other = summit!.groups[0]!.id;
    const participant = await world.enter(id, 'participant', 'Ada');
    const elsewhere = await world.enter(id, 'rapporteur', 'Grace', other);
    const rapporteur = await world.enter(id, 'rapporteur', 'Joan');
    for (const asker of [participant, elsewhere]) {
      await expect(signOff(world.context, id, group, 'newest', asker)).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
    await signOff(world.context, id, group, 'newest', rapporteur);
    await expect(reopen(world.context, id, group, rapporteur)).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('the report says what was signed, and by whom', async () => {
    const world = createWorld();
    const { id, group } = await smallSummit(world);
    const ada = await world.enter(id, 'rapporteur', 'Ada');
    await world.write(group, ada.id, 'Fini.');
    const { signOff: mark } = await signOff(world.context, id, group, 'newest', ada);
    const { file } = await exportSummit(world.context, id, { format: 'json' }, ada);
    const report = JSON.parse(String(file));
    expect(report.generatedFrom[group]).toEqual({
      seq: mark!.seq,
      hash: mark!.hash,
      signedOff: { by: 'Ada', at: mark!.at },
    });
  });
});
