import { TableCell, TableHeader } from '@tiptap/extension-table';
import { type HtmlElement, refuse, wholeNumber } from './html-element.ts';

/**
 * The most columns or rows one cell may cover, and columns whose width it may say. Tables that people read have a dozen;
 * without a bound one attribute could ask for a billion cells.
 */
export const MAX_SPAN = 100;

/** Wider than any screen; a column of more pixels is a mistake. */
export const MAX_COLUMN_WIDTH = 10_000;

/** A cell of a table: `colspan` and `rowspan`, widths of its columns, alignment. */
export const tableCell = TableCell.extend({ addAttributes: boundedAttributes });

/** A header cell, of a column or of a row: the same attributes. */
export const tableHeader = TableHeader.extend({ addAttributes: boundedAttributes });

function boundedAttributes(this: { parent: (() => object) | undefined | null }) {
  const attributes: Readonly<Record<string, object>> = { ...this.parent?.() };
  return {
    ...attributes,
    colspan: span('colspan'),
    rowspan: span('rowspan'),
    colwidth: {
      ...attributes['colwidth'],
      default: null,
      parseHTML: (element: HtmlElement) => {
        const widths = element
          .getAttribute('colwidth')
          ?.split(',')
          .map((width) => wholeNumber(width, 0, MAX_COLUMN_WIDTH) ?? 0);
        return areWidths(widths) ? widths : null;
      },
      validate: (value: unknown) =>
        refuse(
          value !== null && !areWidths(value),
          `The widths of columns are a list of up to ${MAX_SPAN} whole numbers of pixels`,
        ),
    },
    align: {
      ...attributes['align'],
      default: null,
      validate: (value: unknown) =>
        refuse(
          !([null, 'left', 'center', 'right'] as readonly unknown[]).includes(value),
          'A cell is aligned left, center or right',
        ),
    },
  };
}

function span(name: 'colspan' | 'rowspan') {
  return {
    default: 1,
    validate: (value: unknown) =>
      refuse(
        !(typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MAX_SPAN),
        `The ${name} of a cell is a whole number from 1 to ${MAX_SPAN}`,
      ),
    parseHTML: (element: HtmlElement) => wholeNumber(element.getAttribute(name), 1, MAX_SPAN) ?? 1,
  };
}

/** A width of 0 or null stands for one that is not set, as the editor of tables writes it. */
function areWidths(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length <= MAX_SPAN &&
    value.every(
      (width) =>
        width === null ||
        (typeof width === 'number' && Number.isInteger(width) && width >= 0 && width <= MAX_COLUMN_WIDTH),
    )
  );
}
