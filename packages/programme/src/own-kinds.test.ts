import { describe, expect, test } from 'vitest';
import { planGroups } from './groups.ts';
import { readProgramme } from './read-programme.ts';
import { kindsOf, kindsUsed, sessionKind, sessionKinds, templateFor } from './templates/templates.ts';

const event = { title: 'Water', start: '2027-03-01', end: '2027-03-01' };
const session = { id: 's1', kind: 'issues', title: 'One', date: '2027-03-01' };
const issues = {
  id: 'issues',
  label: { fr: 'Trois enjeux', en: 'Three issues' },
  parts: [
    {
      id: 'key-issues',
      heading: 'Three key issues',
      prompt: { fr: 'Une phrase chacun.', en: 'One sentence each.' },
      expects: ['insight'],
      words: 75,
      required: true,
    },
    { id: 'rest', heading: 'The rest' },
  ],
};

function read(kinds: unknown, sessions: readonly object[] = [session]) {
  return readProgramme(JSON.stringify({ event, kinds, sessions }, null, 1), 'en', ['insight', 'quote']);
}
function programmeWith(kinds: unknown, sessions?: readonly object[]) {
  const result = read(kinds, sessions);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message.en).join('\n'));
  return result.programme;
}
function problems(...kinds: readonly object[]) {
  const result = read(kinds);
  return result.ok ? [] : result.problems;
}

describe('kinds of a programme file', () => {
  test('[PG70] one of its own, in one language or two', () => {
    const { kinds } = programmeWith([issues]);
    expect(templateFor({ kind: 'issues', speakers: [] }, 'fr', [], kinds)).toEqual({
      parts: [
        {
          id: 'key-issues',
          heading: 'Three key issues',
          prompt: 'Une phrase chacun.',
          expects: ['insight'],
          words: 75,
          required: true,
        },
        { id: 'rest', heading: 'The rest', prompt: '', expects: [] },
      ],
    });
    expect(sessionKind('issues', kinds)?.label).toEqual(issues.label);
    expect(sessionKind('issues')).toBeUndefined();
  });

  test('[PG71] one of the program’s, changed', () => {
    const hosts = { ...session, kind: 'field-visits', hosts: ['a', 'b'] };
    const result = readProgramme(
      JSON.stringify({
        event,
        organisations: [
          { id: 'a', name: 'A' },
          { id: 'b', name: 'B' },
        ],
        kinds: [{ ...issues, id: 'field-visits', label: null }],
        sessions: [hosts],
      }),
    );
    if (!result.ok) throw new Error('not read');
    const { kinds } = result.programme;
    expect(planGroups(result.programme)).toHaveLength(2);
    expect(kinds?.[0]?.label).toEqual(sessionKind('field-visits')?.label);
    expect(kinds?.[0]?.template.en.parts.map(({ id }) => id)).toEqual(['key-issues', 'rest']);
    expect(kindsOf(result.programme)).toHaveLength(sessionKinds.length);
  });

  test('[PG72] what is wrong has its line and what to write', () => {
    const [part] = issues.parts;
    const told = problems(
      { ...issues, parts: [part, part, { id: 'c', heading: 'C', expects: ['miracle'] }] },
      { ...issues, parts: [{ id: 'ok', heading: 'Ok' }] },
    );
    expect(told.map(({ rule, path }) => [rule, path])).toEqual([
      ['duplicate-id', 'kinds[0].parts[1].id'],
      ['unknown-outcome', 'kinds[0].parts[2].expects[0]'],
      ['duplicate-id', 'kinds[1].id'],
    ]);
    expect(told.every(({ line }) => line !== undefined && line > 5)).toBe(true);
    expect(told[1]?.message.en).toBe(
      '“miracle” is not a kind of outcome. Write one of these: “insight”, “quote”.',
    );
  });

  test.each([
    ['words', 0],
    ['words', 'many'],
    ['words', 1.5],
    ['required', 'yes'],
    ['heading', ''],
    ['heading', { fr: 'A' }],
    ['id', 'Key issues'],
    ['repeat', 'hosts'],
  ])('[PG72] %s: %j does not fit', (key, value) => {
    const told = problems({ ...issues, parts: [{ id: 'a', heading: 'A', [key]: value }] });
    expect(told.map(({ rule }) => rule)).toEqual(['wrong-shape']);
    expect(told[0]?.path).toContain(`kinds[0].parts[0].${key}`);
  });

  test('[PG72] no parts, too many parts, too many kinds', () => {
    const parts = Array.from({ length: 41 }, (_, index) => ({ id: `p${index}`, heading: 'P' }));
    expect(problems({ ...issues, parts: [] })[0]?.path).toBe('kinds[0].parts');
    expect(problems({ ...issues, parts })[0]?.path).toBe('kinds[0].parts');
    const many = Array.from({ length: 51 }, (_, index) => ({ ...issues, id: `k${index}` }));
    expect(problems(...many)[0]?.path).toBe('kinds');
  });

  test('[PG73] a summit keeps the kinds of its sessions, and those the file brings', () => {
    const programme = programmeWith([issues], [{ ...session, kind: 'workshop' }]);
    expect(kindsUsed(programme).map(({ id }) => id)).toEqual(['issues', 'workshop']);
    expect(kindsUsed({ sessions: programme.sessions }).map(({ id }) => id)).toEqual(['workshop']);
  });
});
