import type { Chunk } from './chunk.ts';
import { SCRIPTS_TO_THE_LEFT } from './scripts.ts';
import type { Element } from './structure.ts';

/** A chunk, and where the structure of the document has it. */
export interface PlacedChunk extends Chunk {
  readonly element: Pick<Element, 'isShifted'>;
}

/** Letters that the engine shaped together, from left to right: of one style, one script and one direction. */
export type ShapedRun = readonly PlacedChunk[];

/**
 * The runs in chunks of a paragraph that follow one another. A run has a text object for each stretch of it in one font and at one
 * height; so two text objects that are alike in both are of two runs, as are two that do not stand side by side on a line, or in
 * two elements, unless they are raised or lowered: there is an element for each font of those.
 */
export function shapedRunsIn(chunks: readonly PlacedChunk[]): readonly ShapedRun[] {
  const runs: PlacedChunk[][][] = [];
  for (const object of textObjectsIn(chunks)) {
    const run = runs.at(-1);
    if (run !== undefined && goesOn(run, object)) run.push(object);
    else runs.push([object]);
  }
  return runs.map((run) => run.flat());
}

/** The text objects that chunks are shown in. */
export function textObjectsIn<Shown extends Chunk>(chunks: readonly Shown[]): readonly Shown[][] {
  return [...Map.groupBy(chunks, ({ page, object }) => `${page} ${object}`).values()];
}

/** Which way a text object is read; undefined where it only has signs that stand either way. */
export function wayOf(object: readonly Chunk[]): 'left' | 'right' | undefined {
  const text = textIn(object);
  if (
    object.some(({ toTheLeft }) => toTheLeft) ||
    scriptsToTheLeftIn(object).length > 0 ||
    MARK_TO_THE_LEFT.test(text)
  )
    return 'left';
  const isAlone = object.every(({ glyphs }) => glyphs.length === 1);
  return isAlone && !RUNS_TO_THE_RIGHT.test(text) ? undefined : 'right';
}

/** Unicode has what nobody knows run to the right as well; and a mark that nobody sees, which says just that. */
const RUNS_TO_THE_RIGHT = /[\p{L}\p{N}\p{Co}\p{Cn}\u200E]/u;

const MARK_TO_THE_LEFT = /[\u200F\u061C]/;

function textIn(chunks: readonly Chunk[]): string {
  return chunks.flatMap(({ glyphs }) => glyphs).join('');
}

function scriptsToTheLeftIn(chunks: readonly Chunk[]): readonly RegExp[] {
  const text = textIn(chunks);
  return LETTERS_TO_THE_LEFT.filter((script) => script.test(text));
}

/** Their letters alone: figures run to the right everywhere. */
const LETTERS_TO_THE_LEFT = SCRIPTS_TO_THE_LEFT.map(
  (script) => new RegExp(`(?=\\p{L})\\p{Script=${script}}`, 'u'),
);

function goesOn(run: readonly (readonly PlacedChunk[])[], object: readonly PlacedChunk[]): boolean {
  const [before, after] = [run.at(-1)?.[0], object[0]];
  if (before === undefined || after === undefined) return false;
  return isNextOnLine(before, after) && mayBeOfOneRun(before, after) && mayBeReadAsOne([...run, object]);
}

function mayBeReadAsOne(objects: readonly (readonly Chunk[])[]): boolean {
  const ways = new Set(objects.map(wayOf));
  return !(ways.has('left') && ways.has('right')) && scriptsToTheLeftIn(objects.flat()).length < 2;
}

function isNextOnLine(before: Chunk, after: Chunk): boolean {
  return (
    after.page === before.page &&
    after.object === before.object + 1 &&
    after.x >= before.x - TOLERANCE &&
    Math.abs(after.y - before.y) < Math.max(after.size, before.size)
  );
}

/** In points. */
const TOLERANCE = 0.01;

function mayBeOfOneRun(before: PlacedChunk, after: PlacedChunk): boolean {
  const isOtherFont = after.font !== before.font;
  const isApart = isOtherFont || after.size !== before.size || after.y !== before.y;
  const areShifted = before.element.isShifted && after.element.isShifted && isOtherFont;
  return isApart && after.lang === before.lang && (after.element === before.element || areShifted);
}
