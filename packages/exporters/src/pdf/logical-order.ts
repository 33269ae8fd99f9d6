import { withoutMarksApart } from './marks-apart.ts';
import { type PlacedChunk, type ShapedRun, shapedRunsIn, textObjectsIn, wayOf } from './shaped-run.ts';

/**
 * The text of chunks of a paragraph that follow one another, itself written to the right or to the left. A page shows the
 * runs of a line in reading order, and what is in a run from left to right, whichever way it is read. Signs that stand either way
 * at the ends of a run to the left are of it where the paragraph is written to the left, too.
 */
export function textOf(chunks: readonly PlacedChunk[], toTheLeft: boolean): string {
  return shapedRunsIn(chunks)
    .flatMap((run) => readingOrder(withoutMarksApart(run), toTheLeft))
    .join('');
}

/** Whether some of it is read from right to left: the page says so, or shows what follows on a line to the left of it. */
export function runsToTheLeft(chunks: readonly PlacedChunk[]): boolean {
  const objects = textObjectsIn(chunks);
  return objects.some(
    (object, index) => wayOf(object) === 'left' || isToTheLeftOf(object[0], objects[index - 1]?.[0]),
  );
}

function isToTheLeftOf(after: PlacedChunk | undefined, before: PlacedChunk | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  return after.page === before.page && after.y === before.y && after.x < before.x;
}

function readingOrder(run: ShapedRun, toTheLeft: boolean): readonly string[] {
  const objects = textObjectsIn(run);
  const first = objects.findIndex((object) => wayOf(object) === 'left');
  if (first === -1) return glyphsOf(objects);
  const last = objects.findLastIndex((object) => wayOf(object) === 'left');
  const [start, end] = toTheLeft ? [0, objects.length] : [first, last + 1];
  return [
    ...glyphsOf(objects.slice(0, start)),
    ...glyphsOf(objects.slice(start, end)).toReversed(),
    ...glyphsOf(objects.slice(end)),
  ];
}

function glyphsOf(objects: readonly (readonly PlacedChunk[])[]): readonly string[] {
  return objects.flat().flatMap(({ glyphs }) => glyphs);
}
