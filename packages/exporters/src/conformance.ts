import { MAX_DEPTH, type Block, type Report, reportLeaves, validate } from '@plenary/report-ast';
import { arbitraryReport } from '@plenary/report-ast/arbitrary';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hard, HARD_TEXT } from '../fixtures/hard-text.ts';
import { kitchenSink } from '../fixtures/kitchen-sink.ts';
import { PICTURES, portrait, seal } from '../fixtures/pictures.ts';
import type { Assets } from './assets.ts';
import type { Exporter, ReadBack, ReportFile } from './exporter.ts';
import { collapsed, firstLost } from './first-lost.ts';
import type { Format } from './formats.ts';

/**
 * What every format has to keep, as tests: each leaf of the report is found again, in order, with its characters as they
 * were; the same report gives the same bytes; no valid report makes it throw. A format's own test calls this, with a seed
 * where it stands on an engine that is not ours and fails by chance.
 */
export function describeConformance(format: Format, runs = 150, seed?: number): void {
  describe(`${format.id} keeps what every format has to keep`, () => {
    it('is what its entry in the list of formats says', async () => {
      const { id, mediaType, extension } = await format.load();
      expect({ id, mediaType, extension }).toEqual({
        id: format.id,
        mediaType: format.mediaType,
        extension: format.extension,
      });
    });

    it('shows every text of the kitchen sink, in order, character by character', async () => {
      expect(validate(kitchenSink)).toEqual([]);
      const exporter = await format.load();
      expect(await firstLost(exporter, kitchenSink)).toBeUndefined();
      const read = await readBack(exporter, kitchenSink);
      const sources = reportLeaves(kitchenSink).filter((leaf) => leaf.includes(HARD_TEXT));
      expect(collapsed(read.words).split(asRead(read, HARD_TEXT)).length).toBeGreaterThan(sources.length);
    });

    it('shows its words with its pictures as without, and holds them or has them beside it', async () => {
      const exporter = await format.load();
      expect(await firstLost(exporter, kitchenSink, PICTURES)).toBeUndefined();
      const isWhole = !equal(
        await fileOf(exporter, kitchenSink, PICTURES),
        await fileOf(exporter, kitchenSink),
      );
      const beside = exporter.besides?.(kitchenSink, PICTURES).map(({ path }) => path.split('/').at(-1));
      expect(beside ?? [`${seal}.png`, `${portrait}.jpg`]).toEqual([`${seal}.png`, `${portrait}.jpg`]);
      expect(isWhole || beside !== undefined).toBe(true);
    });

    it('shows a note once, where its number stands', async () => {
      const read = await readBack(await format.load(), kitchenSink);
      const words = collapsed(read.words);
      for (const name of [
        'note begins',
        'note item',
        'caption note',
        'title note',
        'cell note',
        'note in marks',
      ]) {
        expect(words.split(asRead(read, hard(name)))).toHaveLength(2);
      }
      expect(words.indexOf(asRead(read, hard('note begins')))).toBeLessThan(
        words.indexOf(asRead(read, hard('after the note'))),
      );
    });

    it('writes the same bytes twice, whatever the order of keys', async () => {
      const exporter = await format.load();
      const file = await fileOf(exporter, kitchenSink);
      expect(equal(await fileOf(exporter, kitchenSink), file)).toBe(true);
      expect(equal(await fileOf(exporter, shuffled(kitchenSink)), file)).toBe(true);
    });

    it('reads bytes back like text', async () => {
      const exporter = await format.load();
      const file = await fileOf(exporter, kitchenSink);
      const [fromBytes, fromFile] = [await exporter.readBack(bytesOf(file)), await exporter.readBack(file)];
      expect([fromBytes.words, fromBytes.shape]).toEqual([fromFile.words, fromFile.shape]);
    });

    it('shows the deepest report that is valid', async () => {
      const exporter = await format.load();
      for (const deep of [quotations(MAX_DEPTH), lists(MAX_DEPTH)]) {
        expect(validate(deep)).toEqual([]);
        expect(await firstLost(exporter, deep)).toBeUndefined();
      }
    });

    it('neither throws for a random report nor loses a leaf, a cell or a picture of it', async () => {
      const exporter = await format.load();
      await fc.assert(
        fc.asyncProperty(arbitraryReport(), fc.constantFrom(PICTURES, undefined), async (report, assets) => {
          expect(await firstLost(exporter, report, assets)).toBeUndefined();
        }),
        { numRuns: runs, ...(seed !== undefined && { seed }) },
      );
    }, 120_000);
  });
}

async function readBack(exporter: Exporter, report: Report): Promise<ReadBack> {
  return exporter.readBack(await fileOf(exporter, report));
}

/** A text of a report as it has to be found in a file. */
function asRead(read: ReadBack, text: string): string {
  return collapsed(read.asRead?.(text) ?? text);
}

async function fileOf(exporter: Exporter, report: Report, assets?: Assets): Promise<ReportFile> {
  return (await exporter.write(report, assets)).file;
}

function bytesOf(file: ReportFile): Uint8Array {
  return typeof file === 'string' ? new TextEncoder().encode(file) : file;
}

/** `expect` compares arrays of a million bytes one by one, with a message for each. */
function equal(left: ReportFile, right: ReportFile): boolean {
  const [one, other] = [bytesOf(left), bytesOf(right)];
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

function shuffled(value: Report): Report {
  const reverse = (item: unknown): unknown => {
    if (Array.isArray(item)) return item.map(reverse);
    if (typeof item !== 'object' || item === null) return item;
    return Object.fromEntries(
      Object.entries(item)
        .toReversed()
        .map(([key, child]) => [key, reverse(child)]),
    );
  };
  return reverse(value) as Report; // the same keys and values in another order
}

function quotations(depth: number): Report {
  let block: Block = { type: 'paragraph', children: [{ type: 'text', value: 'au fond' }] };
  for (let level = 2; level < depth; level += 1) block = { type: 'blockquote', children: [block] };
  return {
    ...kitchenSink,
    parts: [{ anchor: 'deep', title: [{ type: 'text', value: 'Profond' }], children: [block] }],
  };
}

function lists(depth: number): Report {
  const words: Block = { type: 'paragraph', children: [{ type: 'text', value: 'niveau' }] };
  let block: Block = words;
  for (let level = 2; level + 2 < depth; level += 2) {
    block = {
      type: 'list',
      ordered: level % 4 === 0,
      children: [{ type: 'listItem', children: [words, block] }],
    };
  }
  return {
    ...kitchenSink,
    parts: [{ anchor: 'deep', title: [{ type: 'text', value: 'Profond' }], children: [block] }],
  };
}

// Part of every runtime that runs tests, yet not of the language.
declare class TextEncoder {
  encode(text: string): Uint8Array;
}
