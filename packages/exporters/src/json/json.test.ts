import { arbitraryReport } from '@plenary/report-ast/arbitrary';
import { paragraph } from '@plenary/report-ast';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kitchenSink } from '../../fixtures/kitchen-sink.ts';
import { reportOf } from '../../fixtures/report-of.ts';
import { summitReport } from '../../fixtures/summit-report.ts';
import { json } from './json.ts';
import { reportJsonSchema, reportSchema } from './report-schema.ts';

const parsed = (file: string | Uint8Array): unknown => JSON.parse(String(file));

describe('the file', () => {
  it('is the report itself, and ends with a line feed', () => {
    expect(parsed(json.write(kitchenSink).file)).toEqual(kitchenSink);
    expect(String(json.write(reportOf([])).file)).toMatch(
      /^\{\n {2}"plenary": 1,\n {2}"lang": "fr",\n {2}"summit": \{\n[^]*\}\n$/,
    );
  });

  it('has the keys of the contract first, in its order', () => {
    expect(Object.keys(parsed(json.write(kitchenSink).file) as object)).toEqual([
      'plenary',
      'lang',
      'summit',
      'generatedFrom',
      'parts',
      'outcomes',
      'diagnostics',
    ]);
  });

  it('sorts keys it does not know, such as group ids and picked values', () => {
    const source = { seq: 1, hash: 'c'.repeat(64) };
    const report = { ...reportOf([]), generatedFrom: { zulu: source, alpha: source, Alpha: source } };
    expect(Object.keys((parsed(json.write(report).file) as typeof report).generatedFrom)).toEqual([
      'Alpha',
      'alpha',
      'zulu',
    ]);
  });

  it('comes back byte for byte when it is read and written again', () => {
    fc.assert(
      fc.property(arbitraryReport(), (report) => {
        const file = json.write(report).file;
        expect(json.write(reportSchema.parse(parsed(file))).file).toBe(file);
      }),
    );
  }, 60_000);
});

describe('the schema', () => {
  it.each([
    ['kitchen sink', kitchenSink],
    ['summit', summitReport],
  ])('accepts the %s as it was written', (_name, report) => {
    expect(reportSchema.parse(parsed(json.write(report).file))).toEqual(report);
  });

  it.each([
    ['another version', { ...kitchenSink, plenary: 2 }],
    ['an unknown key', { ...kitchenSink, extra: true }],
    ['an unknown node', reportOf([{ type: 'video' } as never])],
    ['an empty text', reportOf([paragraph([{ type: 'text', value: '' }])])],
    [
      'a script as link',
      reportOf([paragraph([{ type: 'link', url: 'javascript:x', children: [{ type: 'break' }] }])]),
    ],
    ['an address for a picture', reportOf([{ type: 'figure', asset: 'https://x', alt: '', caption: [] }])],
    ['a note without blocks', reportOf([paragraph([{ type: 'footnote', children: [] }])])],
    ['a hash that is none', { ...kitchenSink, generatedFrom: { g: { seq: 1, hash: 'x' } } }],
    [
      'a sign-off without a time',
      { ...kitchenSink, generatedFrom: { g: { seq: 1, hash: 'a'.repeat(64), signedOff: { by: 'x' } } } },
    ],
  ])('refuses %s', (_name, report) => {
    expect(reportSchema.safeParse(report).success).toBe(false);
  });

  it('is published as JSON Schema, with the recursive nodes by name', () => {
    const schema = reportJsonSchema();
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      required: ['plenary', 'lang', 'summit', 'generatedFrom', 'parts', 'outcomes', 'diagnostics'],
      additionalProperties: false,
      $defs: { Inline: {}, Block: {}, Anchor: { type: 'string' } },
    });
    expect(JSON.stringify(schema).match(/"const":"[a-zA-Z]+"/g)?.length).toBeGreaterThanOrEqual(16);
    expect(JSON.stringify(reportJsonSchema())).toBe(JSON.stringify(schema));
  });
});

describe('reading back', () => {
  it.each(['[]', 'null', '{}', '{"parts": 3, "summit": "x"}', '{"parts": [null, "a", {"children": {}}]}'])(
    'finds no words in %s',
    (file) => {
      expect(json.readBack(file).words.trim()).toBe('');
    },
  );
});
