import type { Picture, PictureOrigin, PictureStore, SummitStore } from '@plenary/programme';
import { describe, expect, test } from 'vitest';
import { EMPTY_SUMMIT } from '@plenary/testing';
import { addTrialDocument } from '../../fixtures/documents.ts';

/** A picture store and the summits it belongs to, on trial. */
export interface PicturesOnTrial {
  readonly pictures: PictureStore;
  readonly summits: SummitStore;
  close(): Promise<void>;
}

/** Runs the contract of `PictureStore` against a store. */
export function describePictureStore(name: string, create: () => Promise<PicturesOnTrial>): void {
  const withPictures =
    (task: (pictures: PictureStore, summits: SummitStore) => Promise<void>) => async () => {
      const trial = await create();
      try {
        for (const group of ['g1', 'g2']) await addTrialDocument(trial.summits, group, Uint8Array.of(1));
        const group = { id: 'elsewhere', session: 'session', title: 'Ailleurs', lang: 'fr' } as const;
        const other = { ...EMPTY_SUMMIT, id: 'other', slug: 'other', groups: [group] };
        await trial.summits.createSummit(other, [{ group, seed: Uint8Array.of(1) }], [], 0);
        await task(trial.pictures, trial.summits);
      } finally {
        await trial.close();
      }
    };

  describe(`${name} is a picture store`, () => {
    test(
      'what was added is found by its id, whole',
      withPictures(async (pictures) => {
        expect(await pictures.addPicture(picture(1), IN_G1, 10)).toBe('kept');
        expect(await pictures.picture('summit', picture(1).id)).toEqual(picture(1));
        expect(await pictures.picture('summit', picture(2).id)).toBeUndefined();
        expect(await pictures.pictureTypes('summit')).toEqual(new Map([[picture(1).id, 'image/png']]));
        expect(await pictures.pictureTypes('other')).toEqual(new Map());
      }),
    );

    test(
      'bytes that the caller changes afterwards are not those that are kept',
      withPictures(async (pictures) => {
        const given = picture(1);
        await pictures.addPicture(given, IN_G1, 10);
        given.bytes.fill(0);
        expect(await pictures.picture('summit', given.id)).toEqual(picture(1));
      }),
    );

    test(
      'a picture belongs to its summit: another one does not know it, and may have it too',
      withPictures(async (pictures) => {
        await pictures.addPicture(picture(1), IN_G1, 10);
        expect(await pictures.picture('other', picture(1).id)).toBeUndefined();
        const there = { ...IN_G1, summit: 'other', group: 'elsewhere' };
        expect(await pictures.addPicture(picture(1), there, 10)).toBe('kept');
        expect(await pictures.picture('other', picture(1).id)).toEqual(picture(1));
      }),
    );

    test(
      'a group brings so many and no more; the others are not concerned',
      withPictures(async (pictures) => {
        expect(await pictures.addPicture(picture(1), IN_G1, 2)).toBe('kept');
        expect(await pictures.addPicture(picture(2), IN_G1, 2)).toBe('kept');
        expect(await pictures.addPicture(picture(3), IN_G1, 2)).toBe('full');
        expect(await pictures.picture('summit', picture(3).id)).toBeUndefined();
        expect(await pictures.addPicture(picture(3), { ...IN_G1, group: 'g2' }, 2)).toBe('kept');
      }),
    );

    test(
      'one that the summit has already takes no place, whoever brought it',
      withPictures(async (pictures) => {
        await pictures.addPicture(picture(1), { ...IN_G1, group: 'g2' }, 1);
        await pictures.addPicture(picture(2), IN_G1, 1);
        for (const known of [picture(1), picture(2)])
          expect(await pictures.addPicture(known, IN_G1, 1)).toBe('kept');
      }),
    );

    test(
      'there is none without its group, in that summit',
      withPictures(async (pictures) => {
        for (const nowhere of [
          { ...IN_G1, group: 'g9' },
          { ...IN_G1, group: 'elsewhere' },
          { ...IN_G1, summit: 'other' },
        ])
          await expect(pictures.addPicture(picture(1), nowhere, 10)).rejects.toThrow(/\S/u);
        expect(await pictures.picture('summit', picture(1).id)).toBeUndefined();
        expect(await pictures.picture('other', picture(1).id)).toBeUndefined();
      }),
    );

    test(
      'of two that come at once, both are there',
      withPictures(async (pictures) => {
        const added = [picture(1), picture(2)].map(async (one) => pictures.addPicture(one, IN_G1, 10));
        expect(await Promise.all(added)).toEqual(['kept', 'kept']);
        for (const one of [picture(1), picture(2)])
          expect(await pictures.picture('summit', one.id)).toEqual(one);
      }),
    );
  });
}

const IN_G1: PictureOrigin = { summit: 'summit', group: 'g1', author: 'ann', at: 1000 };

function picture(number: number): Picture {
  const bytes = Uint8Array.from({ length: 5000 }, (_, index) => (index * number) & 0xff);
  return { id: String(number).repeat(64), type: 'image/png', width: 40, height: 30, bytes };
}
