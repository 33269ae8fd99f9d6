import { DEFAULT_PLAN, type ReportPlan } from '@plenary/programme';
import { doc, p } from '@plenary/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryDocument } from '../fixtures/arbitrary-document.ts';
import {
  frontDocument,
  group,
  groupDocument,
  input,
  quietKind,
  session,
  summit,
} from '../fixtures/inputs.ts';
import { compileReport } from './compile-report.ts';
import { createCompiler } from './compiler.ts';
import type { ReportInput } from './report-input.ts';
import { inOneGo } from './steps.ts';

const SESSIONS = [session('s1'), session('s2', { kind: 'quiet' }), session('s3')];
const GROUPS = ['s1', 's1', 's2', 's3'].map((of, index) => group(`g${index}`, of));
const FRONT = [frontDocument('editorial')];
const PLACES = [...GROUPS, ...FRONT].map(({ id }) => id);
const SUMMIT = summit(SESSIONS, GROUPS, { front: FRONT });

/** One thing that happens between two compiles. */
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ place: fc.constantFrom(...PLACES), content: arbitraryDocument() }),
  },
  fc.record({ place: fc.constantFrom(...PLACES), signedBy: fc.constantFrom('Ana', undefined) }),
  fc.record({ place: fc.constantFrom(...PLACES), gone: fc.constant(true) }),
  fc.record({ lang: fc.constantFrom('fr' as const, 'en' as const) }),
  fc.record({ plan: fc.constantFrom(...plans()) }),
);

function plans(): ReportPlan[] {
  const groups = { order: ['g3', 'g1'], leftOut: ['g0'], titles: { g1: 'Another title' } };
  return [
    DEFAULT_PLAN,
    { ...DEFAULT_PLAN, groups },
    { ...DEFAULT_PLAN, synthesis: [{ kind: 'advice', shown: true, by: 'field:to' }] },
    { ...DEFAULT_PLAN, arrangement: 'themes', themes: [{ id: 't', title: 'T', sessions: ['s3'] }] },
  ];
}

describe('a compiler that remembers', () => {
  it('[AG47] makes after any edits the report a new one makes', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
        const compiler = createCompiler();
        let from: ReportInput = input(
          SUMMIT,
          PLACES.map((id) => groupDocument(id, doc(p(`words of ${id}`)))),
          {
            kinds: [quietKind],
          },
        );
        for (const [index, made] of steps.entries()) {
          from = after(from, made, index);
          const other = compiler.steps(from);
          other.next();
          const now = compiler.steps(after(from, made, index + 100));
          now.next();
          expect(compiler.compile(from)).toEqual(compileReport(from));
          expect(inOneGo(other)).toEqual(compileReport(from));
          expect(inOneGo(now)).toEqual(compileReport(after(from, made, index + 100)));
        }
      }),
      { numRuns: 50 },
    );
  }, 60_000);

  it('[AG47] reads one document a step, and makes one section', () => {
    const from = input(
      SUMMIT,
      PLACES.map((id) => groupDocument(id, doc(p(`words of ${id}`)))),
    );
    let count = 0;
    const steps = createCompiler().steps(from);
    while (steps.next().done !== true) count += 1;
    // Then the parts that hold the sections, the synthesis, where it all comes from, and what is to be checked.
    expect(count).toBe(PLACES.length + GROUPS.length + 4);
  });

  it('[AG47] keeps the sections that nobody touched', () => {
    const compiler = createCompiler();
    const from = input(
      SUMMIT,
      PLACES.map((id) => groupDocument(id, doc(p(`words of ${id}`)))),
    );
    const first = compiler.compile(from);
    const edited = after(from, { place: 'g3', content: doc(p('new words')) }, 1);
    const second = compiler.compile(edited);
    const sections = (report: typeof first) => report.parts.flatMap(({ children }) => children);
    const kept = sections(first).map((section_, index) => section_ === sections(second)[index]);
    // The first session holds two groups: its frame is made again, what is in it is not.
    expect(kept.slice(0, 4)).toEqual([true, false, true, false]);
  });
});

type Step = typeof step extends fc.Arbitrary<infer Made> ? Made : never;

function after(from: ReportInput, made: Step, seq: number): ReportInput {
  if ('lang' in made) return { ...from, lang: made.lang };
  if ('plan' in made) return { ...from, plan: made.plan };
  const documents = new Map(from.documents);
  const before = documents.get(made.place) ?? groupDocument(made.place, doc(p('back again')));
  if ('gone' in made) documents.delete(made.place);
  else if ('content' in made) documents.set(made.place, { ...before, content: made.content, seq: seq + 8 });
  else {
    const { signOff: _, ...open } = before;
    const signOff = made.signedBy !== undefined && { signOff: { by: made.signedBy, at: 1_476_362_000_000 } };
    documents.set(made.place, { ...open, ...signOff });
  }
  return { ...from, documents };
}
