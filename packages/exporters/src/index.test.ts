import { describe, expect, it } from 'vitest';
import * as index from './index.ts';

it('exports the list of formats and the contract, and nothing else', async () => {
  expect(Object.keys(index).toSorted()).toEqual([
    'TypesettingError',
    'assetIds',
    'compareShapes',
    'findFormat',
    'formats',
    'handle',
    'lostOutcomes',
    'missingAssets',
    'shapeOf',
  ]);
  expect(Object.keys(await import('./conformance.ts'))).toEqual(['describeConformance']);
  expect(Object.keys(await import('./json/report-schema.ts')).toSorted()).toEqual([
    'reportJsonSchema',
    'reportSchema',
  ]);
});

describe('formats', () => {
  it('are found by id, and only by id', () => {
    expect(index.formats.map(({ id }) => id)).toEqual([
      'html',
      'pdf',
      'docx',
      'odt',
      'epub',
      'md',
      'csv',
      'ics',
      'json',
      'pdf-a',
      'typst',
    ]);
    expect(index.findFormat('md')).toBe(index.formats[5]);
    expect(index.findFormat('constructor')).toBeUndefined();
  });

  it('have a label in French and in English, and load themselves', async () => {
    for (const format of index.formats) {
      expect(format.label.fr).not.toBe('');
      expect(format.label.en).not.toBe('');
      expect((await format.load()).id).toBe(format.id);
    }
  });
});
