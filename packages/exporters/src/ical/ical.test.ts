import type { Report } from '@plenary/report-ast';
import { arbitraryLine } from '@plenary/report-ast/arbitrary';
import fc from 'fast-check';
import { convertIcsCalendar } from 'ts-ics';
import { describe, expect, it } from 'vitest';
import { actionReport, reportWith } from '../../fixtures/outcomes.ts';
import { lostOutcomes } from '../outcomes/told-outcomes.ts';
import { icalLine } from './ical-line.ts';
import { ical } from './ical.ts';

const write = (report: Report): string => String(ical.write(report).file);

describe('the actions as tasks of a calendar', () => {
  it('are those outcomes that can have a day until which, with all that is known of them', () => {
    const { todos = [] } = convertIcsCalendar(undefined, write(actionReport));
    expect(todos).toHaveLength(1);
    expect(todos[0]).toMatchObject({
      uid: 'o1@summit.plenary',
      summary: 'Écrire la charte ; puis la soumettre, « vite »',
      description:
        'Écrire la charte ; puis\nla soumettre, « vite »\nResponsable\u00A0: A. C.\nÉchéance\u00A0: 31 janvier 2017\n' +
        'Jeudi 13 octobre › Groupes de travail › Engager les dirigeants',
      due: { type: 'DATE', date: new Date('2017-01-31T00:00:00Z') },
      stamp: { date: new Date('2016-10-13T12:30:00Z') },
      status: 'IN-PROCESS',
    });
    expect(write(actionReport)).toContain('CONTACT:A. C.\r\n');
    expect(write(actionReport)).toContain('X-PLENARY-ANCHOR:o-1\r\n');
  });

  it('have no day where none is picked, or where it is none', () => {
    for (const due of [null, 'bientôt', '2017-1-31', 7])
      expect(write(reportWith([{ text: 'x', data: { due } }]))).not.toContain('DUE');
  });

  it('are shown in a line and told in full', () => {
    const text = 'mot '.repeat(60).trim();
    const [todo] =
      convertIcsCalendar(undefined, write(reportWith([{ text, data: { due: null } }]))).todos ?? [];
    expect(todo?.summary).toMatch(/^mot( mot)*…$/);
    expect(todo?.summary?.length).toBeLessThan(125);
    expect(todo?.description).toContain(text);
  });

  it('are a calendar where there are none', () => {
    expect(write(reportWith([]))).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n.*END:VCALENDAR\r\n$/s);
  });
});

it('sees when a task is gone, or tells less than all', async () => {
  const lost = async (file: string): Promise<number> =>
    lostOutcomes(actionReport, ical.covers, (await ical.readBack(file)).words).length;
  expect(await lost(write(actionReport))).toBe(0);
  expect(await lost(write(actionReport).replace('charte ', ''))).toBe(0);
  expect(await lost(write(actionReport).replace(/DESCRIPTION:.*?(?=\r\n\S)/s, 'DESCRIPTION:'))).toBe(1);
  expect(await lost(write({ ...actionReport, outcomes: [] }))).toBe(1);
});

it('folds lines at 75 bytes and cuts no character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const value = text.replaceAll(/[\r\n]/g, '').toWellFormed();
      const folded = icalLine('X', value);
      const sizes = folded
        .trimEnd()
        .split('\r\n')
        .map((line) => new TextEncoder().encode(line).length);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(75);
      expect(folded.replaceAll('\r\n ', '')).toBe(`X:${value}\r\n`);
    }),
  );
});

it('is read back whole, whatever is in it', async () => {
  const outcome = fc.record({
    text: fc.array(arbitraryLine(), { maxLength: 3 }).map((lines) => lines.join('\n')),
    data: fc.record({
      due: fc.constantFrom('2017-01-31', null),
      owner: fc.oneof(arbitraryLine(), fc.string()),
    }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(outcome, { maxLength: 6 }), async (outcomes) => {
      const report = reportWith(outcomes);
      const file = write(report);
      expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      expect(convertIcsCalendar(undefined, file).todos ?? []).toHaveLength(outcomes.length);
      expect(lostOutcomes(report, ical.covers, (await ical.readBack(file)).words)).toEqual([]);
    }),
  );
}, 60_000);

// Part of every runtime that runs tests, yet not of the language.
declare class TextEncoder {
  encode(text: string): Uint8Array;
}
