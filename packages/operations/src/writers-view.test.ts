import { describe, expect, test } from 'vitest';
import { createWorld, smallSummit } from '../fixtures/world.ts';
import { viewWriters } from './writers-view.ts';

describe('who wrote what', () => {
  test('names each person with the client ids the server bound to them, and neither server nor programs', async () => {
    const world = createWorld();
    const { id, group } = await smallSummit(world);
    const zoe = await world.enter(id, 'participant', 'Zoé');
    const ada = await world.enter(id, 'participant', 'Ada');
    await world.write(group, zoe.id, 'un');
    await world.write(group, ada.id, 'deux');
    await world.write(group, zoe.id, 'trois');
    await world.write(group, 'system:import', 'importé');
    await world.write(group, 'program-i1', 'par un programme');
    const { writers } = await viewWriters(world.context, id, group, ada);
    expect(writers.map(({ name }) => name)).toEqual(['Ada', 'Zoé']);
    const owners = await world.context.documents.owners(group);
    for (const { id: person, colour, clients } of writers) {
      expect(clients.every((client) => owners.get(client) === person)).toBe(true);
      expect(colour).toBe(person === zoe.id ? zoe.colour : ada.colour);
    }
    expect(writers[0]?.clients).toHaveLength(1);
    expect(writers[1]?.clients).toHaveLength(2);
  });

  test('is for whoever may read the document', async () => {
    const world = createWorld();
    const { id, group } = await smallSummit(world);
    const reader = await world.enter(id, 'reader', 'Ada');
    expect(await viewWriters(world.context, id, group, reader)).toEqual({ writers: [] });
    const stranger = { ...reader, summit: 'elsewhere' };
    await expect(viewWriters(world.context, id, group, stranger)).rejects.toMatchObject({
      code: 'session-missing',
    });
  });
});
