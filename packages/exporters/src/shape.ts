import { eachNode, nodesOf, type Report, type ReportNode } from '@plenary/report-ast';
import { type Assets, assetOf, titlePictures } from './assets.ts';

/**
 * How often each thing that words do not show stands in a report or a file. Words alone cannot tell a table from the
 * same words in a row, or that a picture without a description is gone.
 */
export interface Shape {
  /** Titles of parts and sections. */
  readonly headings: number;
  /** Items of lists, tasks included. */
  readonly items: number;
  /** Cells of tables, empty ones included; a cell that spans several places is one. */
  readonly cells: number;
  /** Pictures whose bytes are in the file, or beside it; those of the title page too. */
  readonly pictures: number;
  readonly notes: number;
  /** Links out of the report and references inside it, those of words of the groups and of the compile alike. */
  readonly links: number;
  readonly quotations: number;
  /** Boxes. */
  readonly callouts: number;
  /** Code blocks. */
  readonly codes: number;
  /** Lines that part two passages. */
  readonly rules: number;
}

/** A thing a file does not hold as often as the report it was made from. */
export interface ShapeFinding {
  readonly of: keyof Shape;
  readonly expected: number;
  readonly found: number;
}

/** What a file of this report has to hold. */
export function shapeOf(report: Report, assets: Assets = new Map()): Shape {
  const pictures = titlePictures(report, assets).length;
  const shape = { ...EMPTY, headings: report.parts.length, pictures };
  eachNode(nodesOf(report), (node) => {
    const counted = countedAs(node, assets);
    if (counted !== undefined) shape[counted] += 1;
  });
  return shape;
}

/** Where what was found in a file differs from what has to be there; what the format cannot count, or said that it does without, is not compared. */
export function compareShapes(
  expected: Shape,
  found: Partial<Shape>,
  without: readonly (keyof Shape)[] = [],
): readonly ShapeFinding[] {
  return SHAPES.flatMap((of) => {
    const count = found[of];
    return count === undefined || count === expected[of] || without.includes(of)
      ? []
      : [{ of, expected: expected[of], found: count }];
  });
}

/** The shape of nothing, to count from. */
export function emptyShape(): { -readonly [Of in keyof Shape]: number } {
  return { ...EMPTY };
}

const EMPTY: Shape = {
  headings: 0,
  items: 0,
  cells: 0,
  pictures: 0,
  notes: 0,
  links: 0,
  quotations: 0,
  callouts: 0,
  codes: 0,
  rules: 0,
};

// `Object.keys` forgets what the keys of a value are; these are the keys of the line above.
const SHAPES = Object.keys(EMPTY) as readonly (keyof Shape)[];

function countedAs(node: ReportNode, assets: Assets): keyof Shape | undefined {
  switch (node.type) {
    case 'section':
      return 'headings';
    case 'listItem':
      return 'items';
    case 'tableCell':
      return 'cells';
    case 'figure':
      return assetOf(node, assets) === undefined ? undefined : 'pictures';
    case 'footnote':
      return 'notes';
    case 'link':
    case 'reference':
      return 'links';
    case 'blockquote':
      return 'quotations';
    case 'callout':
      return 'callouts';
    case 'code':
      return 'codes';
    case 'thematicBreak':
      return 'rules';
    default:
      return undefined;
  }
}
