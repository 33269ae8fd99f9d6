import { type Report, reportLeaves } from '@plenary/report-ast';
import type { Assets } from './assets.ts';
import type { Exporter, ReadBack, Written } from './exporter.ts';
import { compareShapes, shapeOf } from './shape.ts';

/**
 * The first leaf that is not found after the ones before it, with what stands there instead; or what is not there as
 * often as it should be.
 */
export async function firstLost(
  exporter: Exporter,
  report: Report,
  assets?: Assets,
): Promise<object | undefined> {
  const written = await exporter.write(report, assets);
  return lostIn(written, await exporter.readBack(written.file), report, assets);
}

/** The same for a file that was written and read back. */
export function lostIn(
  { omitted = [], without = [] }: Pick<Written, 'omitted' | 'without'>,
  { words: found, shape, asRead = (text: string) => text }: ReadBack,
  report: Report,
  assets?: Assets,
): object | undefined {
  const shown = assets && new Map([...assets].filter(([id]) => !omitted.includes(id)));
  const [difference] = compareShapes(shapeOf(report, shown), shape, without);
  if (difference !== undefined) return difference;
  const words = collapsed(found);
  let position = 0;
  for (const leaf of reportLeaves(report)) {
    // A code block shows its lines one by one where a format has to flatten it.
    for (const line of leaf.split('\n').map((part) => collapsed(asRead(part)))) {
      const at = words.indexOf(line, position);
      if (at === -1) return { leaf: line, after: words.slice(position, position + 200) };
      position = at + line.length;
    }
  }
  return undefined;
}

/** Only blanks, tabs and line feeds are alike to a reader; a French space is not a blank. */
export function collapsed(value: string): string {
  return value.replaceAll(/[ \t\n]+/g, ' ').replaceAll(/^ | $/g, '');
}
