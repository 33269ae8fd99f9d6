import { describe, expect, test } from 'vitest';
import type { AppendRequest, DocumentStore, Seal } from '../ports.ts';

/** A store on trial, and how a document comes into it: creating documents is not the port's business. */
export interface StoreOnTrial {
  readonly store: DocumentStore;
  /** Stores a document whose update 1, by `system:seed`, is `seed`, in epoch 1. */
  addDocument(document: string, seed: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

const SEED = Uint8Array.of(1, 2, 3);
const SEAL: Seal = { seq: 1, hash: 'ab'.repeat(32), by: 'person-1', at: 1000 };

/** Runs the contract DS1–DS5 (but for surviving a crash, which needs real processes) against a store. */
export function describeDocumentStore(name: string, create: () => Promise<StoreOnTrial>): void {
  /** Hands a store with the documents `a` and `b` to a test, and closes it after. */
  const withStore = (task: (store: DocumentStore) => Promise<void>) => async () => {
    const trial = await create();
    try {
      await trial.addDocument('a', SEED);
      await trial.addDocument('b', SEED);
      await task(trial.store);
    } finally {
      await trial.close();
    }
  };

  describe(`${name} is a document store`, () => {
    test(
      'a document begins with its seed as update 1 of epoch 1',
      withStore(async (store) => {
        const stored = await store.load('a');
        expect(stored?.head).toEqual({ document: 'a', seq: 1, epoch: 1 });
        expect(stored?.snapshot).toBeUndefined();
        expect(stored?.tail.map(({ seq, author }) => [seq, author])).toEqual([[1, 'system:seed']]);
        expect(bytes(stored?.tail[0]?.update)).toEqual([1, 2, 3]);
        expect(await store.head('a')).toEqual(stored?.head);
      }),
    );

    test(
      'an absent document is undefined everywhere',
      withStore(async (store) => {
        expect(await store.load('nowhere')).toBeUndefined();
        expect(await store.head('nowhere')).toBeUndefined();
        expect(await store.reopen('nowhere')).toBeUndefined();
        expect(await store.seal('nowhere', SEAL)).toBe('missing');
        expect(await store.history('nowhere', 0)).toEqual([]);
        expect(await store.authors('nowhere')).toEqual([]);
        expect(await store.append([request('nowhere')])).toEqual([{ ok: false, refused: 'missing' }]);
      }),
    );

    test(
      '[DS2] numbers are gapless in each document, in the order of the batch',
      withStore(async (store) => {
        expect(await store.append([request('a', 10), request('b', 20), request('a', 11)])).toEqual([
          { ok: true, seq: 2 },
          { ok: true, seq: 2 },
          { ok: true, seq: 3 },
        ]);
        expect(await store.append([request('a', 12)])).toEqual([{ ok: true, seq: 4 }]);
        const log = await store.history('a', 1);
        expect(log.map(({ seq, update }) => [seq, ...update])).toEqual([
          [2, 10],
          [3, 11],
          [4, 12],
        ]);
        expect((await store.history('a', 3)).map(({ seq }) => seq)).toEqual([4]);
        expect((await store.head('a'))?.seq).toBe(4);
      }),
    );

    test(
      'an empty batch is nothing',
      withStore(async (store) => {
        expect(await store.append([])).toEqual([]);
      }),
    );

    test(
      'a view into a larger buffer is stored as what it shows',
      withStore(async (store) => {
        const whole = Uint8Array.of(9, 9, 7, 8, 9, 9);
        await store.append([{ ...request('a'), update: whole.subarray(2, 4) }]);
        whole.fill(0);
        expect(bytes((await store.history('a', 1))[0]?.update)).toEqual([7, 8]);
      }),
    );

    test(
      '[DS3] nothing is appended to a sealed document, and the others do not suffer',
      withStore(async (store) => {
        expect(await store.seal('a', SEAL)).toBe('sealed');
        expect(await store.append([request('a'), request('b')])).toEqual([
          { ok: false, refused: 'sealed' },
          { ok: true, seq: 2 },
        ]);
        expect((await store.load('a'))?.tail).toHaveLength(1);
        expect(await store.head('a')).toEqual({ document: 'a', seq: 1, epoch: 1, seal: SEAL });
      }),
    );

    test(
      'only the newest version can be sealed, and only once',
      withStore(async (store) => {
        await store.append([request('a')]);
        expect(await store.seal('a', SEAL)).toBe('moved-on');
        expect((await store.head('a'))?.seal).toBeUndefined();
        expect(await store.seal('a', { ...SEAL, seq: 2 })).toBe('sealed');
        expect(await store.seal('a', { ...SEAL, seq: 2, by: 'person-2' })).toBe('already-sealed');
        expect((await store.head('a'))?.seal?.by).toBe('person-1');
      }),
    );

    test(
      '[DS3] reopening lifts the seal and begins an epoch, in which the old one is refused',
      withStore(async (store) => {
        expect(await store.reopen('a')).toBeUndefined();
        await store.seal('a', SEAL);
        expect(await store.reopen('a')).toEqual({ document: 'a', seq: 1, epoch: 2 });
        expect(await store.head('a')).toEqual({ document: 'a', seq: 1, epoch: 2 });
        expect(await store.append([request('a')])).toEqual([{ ok: false, refused: 'epoch' }]);
        expect(await store.append([{ ...request('a'), epoch: 2 }])).toEqual([{ ok: true, seq: 2 }]);
      }),
    );

    test(
      '[DS3] a batch and a seal sent together end in one order or the other, never in both',
      withStore(async (store) => {
        const [outcomes, sealed] = await Promise.all([store.append([request('a')]), store.seal('a', SEAL)]);
        expect([outcomes[0]?.ok, sealed]).toBeOneOf([
          [true, 'moved-on'],
          [false, 'sealed'],
        ]);
      }),
    );

    test(
      'a client id belongs to the first who claims it, per document',
      withStore(async (store) => {
        const claim = (document: string, author: string, ...claims: number[]) => ({
          ...request(document),
          author,
          claims,
        });
        expect(await store.append([claim('a', 'ann', 7, 4_294_967_295), claim('b', 'bob', 7)])).toEqual([
          { ok: true, seq: 2 },
          { ok: true, seq: 2 },
        ]);
        expect(await store.append([claim('a', 'ann', 7)])).toEqual([{ ok: true, seq: 3 }]);
        expect(await store.append([claim('a', 'bob', 8, 7)])).toEqual([{ ok: false, refused: 'conflict' }]);
        // The refused request has not claimed 8 either.
        expect((await store.load('a'))?.owners).toEqual(
          new Map([
            [7, 'ann'],
            [4_294_967_295, 'ann'],
          ]),
        );
        expect((await store.head('a'))?.seq).toBe(3);
      }),
    );

    test(
      'what follows a refused update of a document in the same batch is refused with it',
      withStore(async (store) => {
        await store.append([{ ...request('a'), author: 'ann', claims: [7] }]);
        const outcomes = await store.append([
          { ...request('a'), author: 'bob', claims: [7] },
          { ...request('a'), author: 'ann', claims: [] },
          { ...request('b'), author: 'ann', claims: [] },
        ]);
        expect(outcomes).toEqual([
          { ok: false, refused: 'conflict' },
          { ok: false, refused: 'conflict' },
          { ok: true, seq: 2 },
        ]);
      }),
    );

    test(
      '[DS5] a snapshot shortens the load and not the log',
      withStore(async (store) => {
        await store.append([request('a', 10), request('a', 11)]);
        await store.saveSnapshot('a', 2, Uint8Array.of(42));
        const stored = await store.load('a');
        expect(stored?.snapshot?.seq).toBe(2);
        expect(bytes(stored?.snapshot?.state)).toEqual([42]);
        expect(stored?.tail.map(({ seq }) => seq)).toEqual([3]);
        expect((await store.history('a', 0)).map(({ seq }) => seq)).toEqual([1, 2, 3]);
      }),
    );

    test(
      '[DS5] an older snapshot does not replace a newer one, and none lies ahead of the log',
      withStore(async (store) => {
        await store.append([request('a', 10), request('a', 11)]);
        await store.saveSnapshot('a', 3, Uint8Array.of(3));
        await store.saveSnapshot('a', 2, Uint8Array.of(2));
        await expect(store.saveSnapshot('a', 9, Uint8Array.of(9))).rejects.toThrow('ahead of the log');
        expect((await store.load('a'))?.snapshot?.seq).toBe(3);
      }),
    );

    test(
      'authors come in order of first appearance, each once',
      withStore(async (store) => {
        const by = (author: string) => ({ ...request('a'), author });
        await store.append([by('zoe'), by('ann'), by('zoe'), by('bob')]);
        expect(await store.authors('a')).toEqual(['system:seed', 'zoe', 'ann', 'bob']);
      }),
    );

    test(
      'owners are who claimed a client id first, those of updates that were refused left out',
      withStore(async (store) => {
        const claiming = (author: string, ...claims: readonly number[]) => ({
          ...request('a'),
          author,
          claims,
        });
        await store.append([claiming('zoe', 7, 4_294_967_295), claiming('ann', 8)]);
        await store.append([claiming('bob', 7)]);
        const owners = [...(await store.owners('a'))].toSorted(([one], [other]) => one - other);
        expect(owners).toEqual([
          [7, 'zoe'],
          [8, 'ann'],
          [4_294_967_295, 'zoe'],
        ]);
        expect(await store.owners('nowhere')).toEqual(new Map());
      }),
    );

    test(
      'time and author of every update are kept',
      withStore(async (store) => {
        await store.append([{ ...request('a'), author: 'ann', at: 1_476_259_200_123 }]);
        expect((await store.history('a', 1)).map(({ author, at }) => [author, at])).toEqual([
          ['ann', 1_476_259_200_123],
        ]);
      }),
    );
  });
}

function request(document: string, ...update: readonly number[]): AppendRequest {
  return { document, epoch: 1, update: Uint8Array.from(update), author: 'person-1', claims: [], at: 1000 };
}

function bytes(value: Uint8Array | undefined): readonly number[] {
  return [...(value ?? [])];
}
