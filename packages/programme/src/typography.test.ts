import { expect, test } from 'vitest';
import { EXPECTATIONS } from './expectations.ts';
import { PROGRAMME_LIMITS } from './programme.ts';
import { readProgramme } from './read-programme.ts';

const session = { id: 's', kind: 'workshop', title: 'T', date: '2027-03-01' };
const event = { title: 'W', start: '2027-03-01', end: '2027-03-02' };
const BROKEN: readonly string[] = [
  '',
  '{"a":1,}',
  '{"a" 1}',
  '{“a”: 1}',
  '[1',
  '<',
  '{"a":1,"a":2}',
  '['.repeat(99),
  ' '.repeat(PROGRAMME_LIMITS.length + 1),
  `[${'1,'.repeat(PROGRAMME_LIMITS.values + 1)}1]`,
  JSON.stringify({
    event: { ...event, end: '2026-01-01' },
    sessions: [{ ...session, kind: 'x', place: 'p' }, session],
  }),
  JSON.stringify({ event, sessions: [{ ...session, date: '2028-01-01' }] }),
  JSON.stringify({
    event,
    people: [{ id: 'A', name: 'A' }],
    sessions: [{ ...session, speakers: ['a'] }],
    days: [{ date: '2027-03-02', sessions: ['s', 'z'] }, { date: '2027-03-02' }],
  }),
  JSON.stringify({
    event,
    sessions: Array.from({ length: PROGRAMME_LIMITS.sessions + 1 }, (_, id) => ({ ...session, id })),
  }),
];

test('[PG26] every message in French has French typography', () => {
  const messages = BROKEN.flatMap((text) => {
    const read = readProgramme(text);
    return read.ok ? [] : read.problems.map(({ message }) => message.fr);
  });
  expect(messages.length).toBeGreaterThan(BROKEN.length);
  for (const text of [...messages, ...Object.values(EXPECTATIONS).map(({ fr }) => fr)]) {
    // What a file says stands between quotation marks and is not ours.
    const ours = text.replaceAll(/«\u00A0.*?\u00A0»|".*?"/gu, '…');
    expect(ours).not.toMatch(/'|[^\u202F][;!?]|[^\u00A0]:|«|»/u);
  }
});
