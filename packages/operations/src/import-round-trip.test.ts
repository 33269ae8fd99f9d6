import { appendBlocks, documentSchema, type DocNode, isBlockId, readState } from '@plenary/document';
import { blocks as kinds } from '@plenary/blocks';
import { drawing } from '@plenary/pictures/samples';
import { p } from '@plenary/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryDocument, type Nesting } from '../fixtures/arbitrary-document.ts';
import { essence } from '../fixtures/essence.ts';
import { held, PLACES } from '../fixtures/held-by-format.ts';
import { createWorld, smallSummit } from '../fixtures/world.ts';
import { importFile } from './importing.ts';
import { keepPicture } from './pictures.ts';
import { exportSummit, inOneFile } from './reporting.ts';

type Format = keyof typeof PLACES;
type Nodes = readonly DocNode[];

/** A paragraph that stands before, between and after the documents of a file. */
const mark = (index: number): DocNode => p(`Document ${index} du groupe`);

/**
 * What each of these documents is once it was written by a group, exported in a format with all others, and brought into
 * another group's document.
 */
async function thereAndBack(documents: readonly Nodes[], format: Format): Promise<readonly Nodes[]> {
  const world = createWorld();
  const { context } = world;
  const { id, group } = await smallSummit(world);
  const summit = await context.summits.summit(id);
  const other = summit!.groups.find((one) => one.id !== group)!;
  await keepPicture(context, summit!, group, await PICTURE, 'operator');
  const content = [...documents.flatMap((nodes, index) => [mark(index), ...nodes]), mark(documents.length)];
  await context.rooms.edit(group, 'a', (doc) => appendBlocks(doc, content, context.blocks));
  const { file, fileName } = await inOneFile(await exportSummit(context, id, { format }, 'operator'));
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  await importFile(context, id, other.id, { name: fileName, bytes }, 'operator');
  const all = readState((await context.rooms.read(other.id)).state).content ?? [];
  const at = [...documents, undefined].map((_, index) =>
    all.findIndex((node) => JSON.stringify(node.content) === JSON.stringify(mark(index).content)),
  );
  expect(at).not.toContain(-1);
  return documents.map((_, index) => all.slice(at[index]! + 1, at[index + 1]));
}

const PICTURE = drawing(20, 10);
const ASSET = await assetOf();

async function assetOf(): Promise<DocNode['attrs']> {
  const world = createWorld();
  const { id, group } = await smallSummit(world);
  const summit = await world.context.summits.summit(id);
  const picture = await keepPicture(world.context, summit!, group, await PICTURE, 'operator');
  if (typeof picture === 'string') throw new Error(picture);
  return { asset: picture.id, width: picture.width, height: picture.height };
}

/** The numbers in the words of these nodes, in the order in which they are read. */
function numbersIn(nodes: Nodes): readonly string[] {
  return nodes.flatMap(({ type, text, attrs, content }) => {
    const inside = numbersIn(content ?? []);
    const picked = Object.values(attrs ?? {}).flatMap(numbers);
    return type === 'figure' ? [...picked, ...inside] : [...numbers(text), ...inside, ...picked];
  });
}

const numbers = (value: unknown): readonly string[] =>
  typeof value === 'string' ? (value.match(/№\d+;/g) ?? []) : [];

const FORMATS = Object.keys(PLACES) as Format[];
/** How many documents of each of two sorts go round in each format. */
const DOCUMENTS = Number(process.env['ROUND_TRIPS'] ?? 100);
/** Documents that are exported in one report; a file for each would be mostly title page. */
const TOGETHER = 10;

const several = (nesting?: Nesting) =>
  fc
    .array(arbitraryDocument(ASSET, nesting), { minLength: TOGETHER, maxLength: TOGETHER })
    // What fails is told by the smallest document that does, which is faster than to shrink ten.
    .map((documents) => documents.toSorted((a, b) => sizeOf(a) - sizeOf(b)));

const sizeOf = (nodes: Nodes): number => JSON.stringify(nodes).length;

describe.each(FORMATS)('what a group wrote, exported as %s and brought in again', (format) => {
  const runs = { numRuns: Math.ceil(DOCUMENTS / TOGETHER), endOnFailure: true };

  test('has every word where it was, whatever stands in what', async () => {
    await fc.assert(
      fc.asyncProperty(several(), async (written) => {
        const read = await thereAndBack(written, format);
        for (const [index, nodes] of written.entries())
          expect(numbersIn(read[index] ?? [])).toEqual(numbersIn(nodes));
      }),
      runs,
    );
  }, 60_000);

  test('is what it was as far as the format has a place for it, and stays so when it goes round again', async () => {
    const place = PLACES[format];
    await fc.assert(
      fc.asyncProperty(several(place.nesting), async (written) => {
        const read = await thereAndBack(written, format);
        const found = read.map((nodes) => nodes.map(essence));
        for (const [index, nodes] of written.entries())
          expect(found[index]).toEqual(held(nodes, place).map(essence));
        const ids = outcomeIds(read.flat());
        expect(ids.filter((id) => !isBlockId(id))).toEqual([]);
        expect(new Set(ids).size).toBe(ids.length);
        const again = await thereAndBack(read, format);
        for (const [index, nodes] of again.entries()) expect(nodes.map(essence)).toEqual(found[index]);
      }),
      runs,
    );
  }, 60_000);
});

function outcomeIds(nodes: Nodes): readonly string[] {
  return nodes.flatMap(({ type, attrs, content }) => [
    ...(Object.hasOwn(kinds, type) ? [String(attrs?.['id'])] : []),
    ...outcomeIds(content ?? []),
  ]);
}

test('the documents that are made fit the schema, and hold every kind of outcome', () => {
  const made = fc.sample(arbitraryDocument(ASSET), { numRuns: 300, seed: 2016 });
  for (const content of made) documentSchema(kinds).nodeFromJSON({ type: 'doc', content }).check();
  for (const kind of Object.keys(kinds)) expect(JSON.stringify(made)).toContain(`"${kind}"`);
});
