import type { Report } from '@plenary/report-ast';
import { sideFiles } from '../assets.ts';
import { type Exporter, whole } from '../exporter.ts';
import { fileText } from '../file-text.ts';
import { canonical } from './canonical.ts';
import { jsonShape } from './json-shape.ts';
import { wordsOfJson } from './json-words.ts';

/** The machine-readable report: the report itself, its keys in one fixed order, indented by two blanks. */
export const json = {
  id: 'json',
  mediaType: 'application/json',
  extension: 'json',
  write: (report: Report) => whole(`${JSON.stringify(canonical(report), null, 2)}\n`),
  besides: sideFiles,
  readBack: (file) => {
    const report: unknown = JSON.parse(fileText(file));
    return { words: wordsOfJson(report), shape: jsonShape(report) };
  },
} as const satisfies Exporter;
