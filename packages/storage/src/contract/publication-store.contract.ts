import { createHash } from 'node:crypto';
import type { FileToPublish, PublicationFacts, PublicationStore, SummitStore } from '@plenary/programme';
import { describe, expect, test } from 'vitest';
import { EMPTY_SUMMIT } from '@plenary/testing';

/** A publication store and the summits it belongs to, on trial. */
export interface PublicationsOnTrial {
  readonly publications: PublicationStore;
  readonly summits: SummitStore;
  close(): Promise<void>;
}

/** Runs the contract of `PublicationStore` against a store. */
export function describePublicationStore(name: string, create: () => Promise<PublicationsOnTrial>): void {
  const withPublications = (task: (publications: PublicationStore) => Promise<void>) => async () => {
    const trial = await create();
    try {
      for (const id of ['s1', 's2'])
        await trial.summits.createSummit({ ...EMPTY_SUMMIT, id, slug: `slug-${id}` }, [], [], 0);
      await task(trial.publications);
    } finally {
      await trial.close();
    }
  };

  describe(`${name} is a publication store`, () => {
    test(
      'what was published is found whole, its files in their order, each under its SHA-256',
      withPublications(async (publications) => {
        const published = await publications.publish(FACTS, [file('fr', 1), file('fr/s.pdf', 2)]);
        expect(published).toEqual({
          ...FACTS,
          files: [listed('fr', 1), listed('fr/s.pdf', 2)],
        });
        expect(await publications.publication('s1')).toEqual(published);
        expect(await publications.publishedBytes('s1', 'fr/s.pdf')).toEqual(file('', 2).bytes);
      }),
    );

    test(
      'nothing is published where nobody published, and no file under another name',
      withPublications(async (publications) => {
        expect(await publications.publication('s1')).toBeUndefined();
        expect(await publications.publishedBytes('s1', 'fr')).toBeUndefined();
        await publications.publish(FACTS, [file('fr', 1)]);
        expect(await publications.publication('s2')).toBeUndefined();
        expect(await publications.publishedBytes('s2', 'fr')).toBeUndefined();
        expect(await publications.publishedBytes('s1', 'en')).toBeUndefined();
      }),
    );

    test(
      'publishing again takes the place of what was there',
      withPublications(async (publications) => {
        await publications.publish(FACTS, [file('fr', 1), file('en', 2)]);
        const again = { ...FACTS, by: 'p2', at: 2000, findable: true, langs: ['en'] } as const;
        await publications.publish(again, [file('en', 3)]);
        expect(await publications.publication('s1')).toEqual({ ...again, files: [listed('en', 3)] });
        expect(await publications.publishedBytes('s1', 'fr')).toBeUndefined();
        expect(await publications.publishedBytes('s1', 'en')).toEqual(file('', 3).bytes);
      }),
    );

    test(
      'bytes that several files share stay as long as one of them does',
      withPublications(async (publications) => {
        await publications.publish(FACTS, [file('fr/a', 1), file('en/a', 1)]);
        await publications.publish({ ...FACTS, summit: 's2' }, [file('fr/a', 1)]);
        expect(await publications.unpublish('s1')).toBe(true);
        expect(await publications.publishedBytes('s1', 'fr/a')).toBeUndefined();
        expect(await publications.publishedBytes('s2', 'fr/a')).toEqual(file('', 1).bytes);
      }),
    );

    test(
      'what was taken away is gone, and taking it away twice changes nothing',
      withPublications(async (publications) => {
        await publications.publish(FACTS, [file('fr', 1)]);
        expect(await publications.unpublish('s1')).toBe(true);
        expect(await publications.unpublish('s1')).toBe(false);
        expect(await publications.publication('s1')).toBeUndefined();
        expect(await publications.publishedBytes('s1', 'fr')).toBeUndefined();
      }),
    );

    test(
      'bytes that the caller changes afterwards are not those that are kept',
      withPublications(async (publications) => {
        const given = file('fr', 1);
        await publications.publish(FACTS, [given]);
        given.bytes.fill(0);
        expect(await publications.publishedBytes('s1', 'fr')).toEqual(file('', 1).bytes);
      }),
    );

    test(
      'a refused publication leaves what was there before',
      withPublications(async (publications) => {
        await publications.publish(FACTS, [file('fr', 1)]);
        await expect(publications.publish(FACTS, [file('fr', 2), file('fr', 3)])).rejects.toThrow(/\S/u);
        await expect(publications.publish({ ...FACTS, summit: 's9' }, [])).rejects.toThrow(/\S/u);
        expect(await publications.publishedBytes('s1', 'fr')).toEqual(file('', 1).bytes);
        expect(await publications.publication('s9')).toBeUndefined();
      }),
    );
  });
}

const FACTS: PublicationFacts = {
  summit: 's1',
  by: 'p1',
  at: 1000,
  langs: ['fr', 'en'],
  findable: false,
  sources: { g1: 12, g2: 0 },
};

function file(name: string, number: number): FileToPublish & { readonly bytes: Uint8Array } {
  const bytes = Uint8Array.from({ length: 5000 }, (_, index) => (index * number) & 0xff);
  return { name, mediaType: 'text/html;charset=utf-8', bytes };
}

function listed(name: string, number: number): object {
  const { mediaType, bytes } = file(name, number);
  return { name, mediaType, size: bytes.length, hash: createHash('sha256').update(bytes).digest('hex') };
}
