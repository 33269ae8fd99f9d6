import type { Report } from '@plenary/report-ast';
import { type Exporter, whole } from '../exporter.ts';
import { fileText } from '../file-text.ts';
import { csvRow } from './csv-row.ts';
import { outcomeTable } from './outcome-table.ts';

/** All outcomes as a table for a spreadsheet: one a row, in the order of the report. */
export const csv = {
  id: 'csv',
  mediaType: 'text/csv;charset=utf-8',
  extension: 'csv',
  covers: () => true,
  write: (report: Report) => whole(BYTE_ORDER_MARK + outcomeTable(report).map(csvRow).join('')),
  readBack: async (file) => {
    const { parse } = await import('csv-parse/browser/esm/sync');
    const rows: string[][] = parse(fileText(file), { bom: true });
    return { words: rows.map((row) => row.join('\n')).join('\n'), shape: {} };
  },
} as const satisfies Exporter;

/** Without it spreadsheets take the file for one in the alphabet of the machine. */
const BYTE_ORDER_MARK = '\uFEFF';
