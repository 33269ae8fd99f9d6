import { validate } from '@plenary/report-ast';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryDocument, arbitraryWords } from '../fixtures/arbitrary-document.ts';
import { group, groupDocument, input, quietKind, session, summit } from '../fixtures/inputs.ts';
import { plainText } from '../fixtures/plain-text.ts';
import { auditText } from './audit.ts';
import { compileReport } from './compile-report.ts';
import type { ReportInput } from './report-input.ts';

const arbitrarySummit = fc.record({
  documents: fc.array(arbitraryDocument(), { minLength: 1, maxLength: 3 }),
  title: arbitraryWords,
  question: arbitraryWords,
  lang: fc.constantFrom('fr' as const, 'en' as const),
  contributors: fc.array(arbitraryWords, { maxLength: 2 }),
});

/** Two groups in one session, a third in one that leaves nothing when empty. */
function toInput(made: typeof arbitrarySummit extends fc.Arbitrary<infer Made> ? Made : never): ReportInput {
  const { documents, title, question, lang, contributors } = made;
  const sessions = [session('s1', { question, title }), session('s2', { kind: 'quiet' })];
  const groups = documents.map((_, index) => group(`g${index}`, index < 2 ? 's1' : 's2', { title }));
  const sources = documents.map((content, index) => groupDocument(`g${index}`, content, { contributors }));
  return input(summit(sessions, groups), sources, { lang, kinds: [quietKind] });
}

describe('any documents', () => {
  it('[AG2] [AG29] make a report that every format can write and the audit finds whole', () => {
    fc.assert(
      fc.property(arbitrarySummit, (made) => {
        const from = toInput(made);
        const report = compileReport(from);
        expect(validate(report)).toEqual([]);
        expect(auditText(from, plainText(report))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('[AG1] make the same report again, and stay as they are', () => {
    fc.assert(
      fc.property(arbitrarySummit, (made) => {
        const before = JSON.stringify(made);
        const report = JSON.stringify(compileReport(toInput(made)));
        expect(JSON.stringify(compileReport(toInput(made)))).toBe(report);
        expect(JSON.stringify(made)).toBe(before);
      }),
      { numRuns: 50 },
    );
  }, 60_000);
});
