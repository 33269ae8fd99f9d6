import { drawing, photograph } from '@plenary/pictures/samples';
import { MOST_PICTURE_BYTES } from '@plenary/protocol';
import { describe, expect, test } from 'vitest';
import { createWorld, smallSummit, type World } from '../fixtures/world.ts';
import { addPicture, MOST_PICTURES, viewPicture } from './pictures.ts';
import { signOff } from './sign-off.ts';

async function writing(): Promise<{ world: World; id: string; group: string }> {
  const world = createWorld();
  const { id, group } = await smallSummit(world);
  return { world, id, group };
}

describe('a picture that somebody brings', () => {
  test('is kept for the members of the summit, under the name that the document will say', async () => {
    const { world, id, group } = await writing();
    const ada = await world.enter(id, 'participant', 'Ada', group);
    const brought = await addPicture(world.context, id, group, await photograph(300, 200), ada);
    expect(brought).toEqual({ id: expect.stringMatching(/^[0-9a-f]{64}$/), width: 200, height: 300 });
    const reader = await world.enter(id, 'reader', 'Zoé');
    const seen = await viewPicture(world.context, id, brought.id, reader);
    expect(seen).toMatchObject({ type: 'image/jpeg', width: 200, height: 300 });
  });

  test('is neither brought nor seen by those who may not', async () => {
    const { world, id, group } = await writing();
    const reader = await world.enter(id, 'reader', 'Zoé');
    const picture = await drawing();
    await expect(addPicture(world.context, id, group, picture, reader)).rejects.toMatchObject({
      code: 'forbidden',
    });
    const brought = await addPicture(world.context, id, group, picture, 'operator');
    const other = await smallSummit(world);
    const stranger = await world.enter(other.id, 'organiser', 'Max');
    await expect(viewPicture(world.context, id, brought.id, stranger)).rejects.toMatchObject({
      code: 'session-missing',
    });
    await expect(viewPicture(world.context, other.id, brought.id, stranger)).rejects.toMatchObject({
      code: 'picture-unknown',
    });
  });

  test('is not taken for a signed section', async () => {
    const { world, id, group } = await writing();
    await signOff(world.context, id, group, 'newest', 'operator');
    await expect(addPicture(world.context, id, group, await drawing(), 'operator')).rejects.toMatchObject({
      code: 'section-signed',
    });
  });

  test.each([
    ['a text', async () => new TextEncoder().encode('bonjour'), 'picture-kind'],
    ['half a picture', async () => (await drawing()).subarray(0, 200), 'picture-damaged'],
    ['too many bytes', async () => new Uint8Array(MOST_PICTURE_BYTES + 1), 'picture-too-large'],
  ])('%s is refused as what it is, and nothing is kept', async (_, bytes, code) => {
    const { world, id, group } = await writing();
    await expect(addPicture(world.context, id, group, await bytes(), 'operator')).rejects.toMatchObject({
      code,
    });
  });

  test('is one too many after a hundred', async () => {
    const { world, id, group } = await writing();
    const origin = { summit: id, group, author: 'ada', at: 0 };
    for (let count = 0; count < MOST_PICTURES; count += 1) {
      const picture = { id: `${count}`.padStart(64, '0'), type: 'image/png', width: 1, height: 1 } as const;
      await world.context.pictures.addPicture(
        { ...picture, bytes: Uint8Array.of(count) },
        origin,
        MOST_PICTURES,
      );
    }
    await expect(addPicture(world.context, id, group, await drawing(), 'operator')).rejects.toMatchObject({
      code: 'pictures-full',
      params: { max: MOST_PICTURES },
    });
  });
});
