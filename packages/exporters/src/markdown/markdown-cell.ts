import type { Block, Inline } from '@plenary/report-ast';
import type { PhrasingContent, TableCell } from 'mdast';
import { assetOf, assetPath } from '../assets.ts';
import { faithfulCell } from './faithful.ts';
import { type CellLine, flatten, isPicture } from './flatten.ts';
import { faithfulImage } from './markdown-figure.ts';
import type { MarkdownPlace } from './markdown-place.ts';

/** What a cell has to know of its surroundings. */
export type CellPlace = Pick<MarkdownPlace, 'words' | 'notes' | 'assets'>;

/** Blocks as a cell: runs of words, each sure to be read as it is, and pictures between them, parted by breaks. */
export function markdownCell(blocks: readonly Block[], place: CellPlace): TableCell {
  const { words, notes, assets } = place;
  const lines = flatten(blocks, {
    colon: words.colon,
    isShown: (figure) => assetOf(figure, assets) !== undefined,
  });
  const pieces = runsOf(lines).map((run): PhrasingContent[] => {
    if (!isPicture(run)) return faithfulCell(run, notes).children;
    const asset = assetOf(run, assets);
    return asset === undefined || run.asset === undefined
      ? []
      : [faithfulImage(run.alt, assetPath(run.asset, asset))];
  });
  const shown = pieces.filter((piece) => piece.length > 0);
  const children = shown.flatMap((piece, index): PhrasingContent[] =>
    index > 0 ? [{ type: 'html', value: '<br>' }, ...piece] : piece,
  );
  return { type: 'tableCell', children };
}

/** Lines of words that follow one another as one run with breaks in it. */
function runsOf(lines: readonly CellLine[]): readonly CellLine[] {
  const runs: CellLine[] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last === undefined || isPicture(last) || isPicture(line)) runs.push(line);
    else runs[runs.length - 1] = [...last, { type: 'break' } satisfies Inline, ...line];
  }
  return runs;
}
