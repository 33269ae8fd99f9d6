import { type Report, reportLeaves } from '@plenary/report-ast';
import type { Assets } from './assets.ts';
import type { Exporter } from './exporter.ts';
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
  const read = await exporter.readBack((await exporter.write(report, assets)).file);
  const [difference] = compareShapes(shapeOf(report, assets), read.shape);
  if (difference !== undefined) return difference;
  const words = collapsed(read.words);
  let position = 0;
  for (const leaf of reportLeaves(report)) {
    const wanted = collapsed(leaf);
    // A code block shows its lines one by one where a format has to flatten it.
    for (const line of leaf.includes('\n') ? leaf.split('\n').map(collapsed) : [wanted]) {
      const found = words.indexOf(line, position);
      if (found === -1) return { leaf: line, after: words.slice(position, position + 200) };
      position = found + line.length;
    }
  }
  return undefined;
}

/** Only blanks, tabs and line feeds are alike to a reader; a French space is not a blank. */
export function collapsed(value: string): string {
  return value.replaceAll(/[ \t\n]+/g, ' ').replaceAll(/^ | $/g, '');
}
