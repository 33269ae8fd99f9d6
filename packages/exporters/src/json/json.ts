import type { Report } from '@plenary/report-ast';
import { sideFiles } from '../assets.ts';
import type { Exporter } from '../exporter.ts';
import { fileText } from '../file-text.ts';
import { canonical } from './canonical.ts';
import { wordsOfJson } from './json-words.ts';

/** The machine-readable report: the report itself, its keys in one fixed order, indented by two blanks. */
export const json: Exporter = {
  id: 'json',
  mediaType: 'application/json',
  extension: 'json',
  write: (report: Report) => `${JSON.stringify(canonical(report), null, 2)}\n`,
  besides: sideFiles,
  readBack: (file) => wordsOfJson(JSON.parse(fileText(file))),
};
