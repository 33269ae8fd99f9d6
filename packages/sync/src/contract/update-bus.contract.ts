import { describe, expect, test } from 'vitest';
import type { DocumentHead, UpdateBus } from '../ports.ts';

/** A bus on trial: the ends that two or more servers hold. */
export interface BusOnTrial {
  /** One more server. */
  readonly connect: () => UpdateBus;
  /** Resolves when all that was announced has been heard. */
  readonly quiet: () => Promise<void>;
  /** Cuts all links, and brings them back; absent where there is no link that could be cut. */
  readonly link?: { readonly cut: () => Promise<void>; readonly join: () => Promise<void> };
  readonly close: () => Promise<void>;
}

/** Runs the contract UB1–UB5 against a bus. */
export function describeUpdateBus(name: string, create: () => Promise<BusOnTrial>): void {
  const withBus = (task: (trial: BusOnTrial) => Promise<void>) => async () => {
    const trial = await create();
    try {
      await task(trial);
    } finally {
      await trial.close();
    }
  };

  describe(`${name} is an update bus`, () => {
    test(
      '[UB1] all others hear of a head, with its seal and epoch',
      withBus(async ({ connect, quiet }) => {
        const [speaker, ...others] = [connect(), connect(), connect()];
        const ears = others.map(listenTo);
        const sealed: DocumentHead = { ...head('a', 7), epoch: 3, seal: SEAL };
        speaker?.announce(sealed);
        await quiet();
        for (const ear of ears) expect(ear.heads).toContainEqual(sealed);
      }),
    );

    test(
      '[UB1] of several documents nothing is mixed up, and of each the newest is heard',
      withBus(async ({ connect, quiet }) => {
        const [speaker, other] = [connect(), connect()];
        const ear = listenTo(other);
        for (let seq = 2; seq <= 40; seq += 1) speaker.announce(head(seq % 2 === 0 ? 'a' : 'b', seq));
        await quiet();
        expect(newest(ear.heads, 'a')).toBe(40);
        expect(newest(ear.heads, 'b')).toBe(39);
        expect(ear.heads.every(({ document, seq }) => document === (seq % 2 === 0 ? 'a' : 'b'))).toBe(true);
      }),
    );

    test(
      '[UB3] to announce when nobody listens is no mistake',
      withBus(async ({ connect, quiet }) => {
        expect(() => connect().announce(head('a', 2))).not.toThrow();
        await quiet();
      }),
    );

    test(
      '[UB4] a listener that throws keeps no word from the others',
      withBus(async ({ connect, quiet }) => {
        const [speaker, bad, good] = [connect(), connect(), connect()];
        bad.listen({
          moved() {
            throw new Error('A guest made a mistake.');
          },
          missed() {},
        });
        const ear = listenTo(good);
        expect(() => speaker.announce(head('a', 2))).not.toThrow();
        speaker.announce(head('a', 3));
        await quiet();
        expect(newest(ear.heads, 'a')).toBe(3);
      }),
    );

    test(
      '[UB5] a listener that was taken away hears nothing more; taking it away twice is no mistake',
      withBus(async ({ connect, quiet }) => {
        const [speaker, other] = [connect(), connect()];
        const [gone, here] = [listenTo(other), listenTo(other)];
        speaker.announce(head('a', 2));
        await quiet();
        gone.stop();
        gone.stop();
        speaker.announce(head('a', 3));
        await quiet();
        expect(newest(gone.heads, 'a')).toBe(2);
        expect(newest(here.heads, 'a')).toBe(3);
      }),
    );

    test(
      '[UB2] [UB3] a link that was cut is said to have missed something when it has come back',
      withBus(async ({ connect, quiet, link }) => {
        if (link === undefined) return;
        const [speaker, other] = [connect(), connect()];
        const ear = listenTo(other);
        await link.cut();
        expect(() => speaker.announce(head('a', 2))).not.toThrow();
        await quiet();
        expect(ear.misses()).toBe(0);
        await link.join();
        await quiet();
        expect(ear.misses() > 0 || newest(ear.heads, 'a') === 2).toBe(true);
        speaker.announce(head('a', 3));
        await quiet();
        expect(newest(ear.heads, 'a')).toBe(3);
      }),
    );
  });
}

const SEAL = { seq: 7, hash: 'ab'.repeat(32), by: 'person-1', at: 1000 };

function head(document: string, seq: number): DocumentHead {
  return { document, seq, epoch: 1 };
}

interface Ear {
  readonly heads: readonly DocumentHead[];
  misses(): number;
  stop(): void;
}

function listenTo(bus: UpdateBus): Ear {
  const heads: DocumentHead[] = [];
  let misses = 0;
  const stop = bus.listen({
    moved: (moved) => void heads.push(moved),
    missed() {
      misses += 1;
    },
  });
  return { heads, misses: () => misses, stop };
}

function newest(heads: readonly DocumentHead[], of: string): number {
  return Math.max(...heads.filter(({ document }) => document === of).map(({ seq }) => seq));
}
