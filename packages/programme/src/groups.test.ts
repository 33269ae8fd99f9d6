import { describe, expect, test } from 'vitest';
import { planGroups } from './groups.ts';
import { sample2016 } from './samples.ts';

describe.each(['fr', 'en'] as const)('the 2016 summit in %s', (lang) => {
  const groups = planGroups(sample2016(lang));

  test('[PG21] gives 27 group documents', () => {
    const count: Record<string, number> = {};
    for (const { session } of groups) {
      const kind = session.replace(/^d\d-/u, '').replace(/-\d$/u, '');
      count[kind] = (count[kind] ?? 0) + 1;
    }
    expect(count).toEqual({
      'round-table': 1,
      'speed-dating': 1,
      'field-visits': 6,
      wg: 7,
      ws: 4,
      bc: 7,
      strategy: 1,
    });
    expect(groups).toHaveLength(27);
    expect(groups.every((group) => group.lang === lang)).toBe(true);
  });

  test('[PG20] a document per visited host, under its name', () => {
    const visits = groups.filter(({ session }) => session === 'd1-field-visits');
    expect(visits.map(({ title }) => title)).toEqual([
      'InFocus',
      'Defacto',
      'Planète Urgence',
      'Webassoc',
      'Passerelles et Compétences',
      'Junior Consulting Sciences Po',
    ]);
    expect(visits[2]).toEqual({
      session: 'd1-field-visits',
      title: 'Planète Urgence',
      lang,
      organisation: 'planete-urgence',
    });
  });

  test('[PG20] a host does not split a kind that has one document', () => {
    expect(groups.filter(({ session }) => session === 'd3-strategy')).toEqual([
      { session: 'd3-strategy', title: sample2016(lang).sessions.at(-1)?.title, lang },
    ]);
  });

  test('[PG22] in the order of the days', () => {
    const order = sample2016(lang).days.flatMap(({ sessions }) => sessions);
    expect([...new Set(groups.map(({ session }) => session))]).toEqual(order);
  });
});

test('[PG20] speed dating without named hosts is one document, with them one each', () => {
  const session = {
    id: 's',
    kind: 'speed-dating',
    title: 'Tables',
    date: '2027-03-01',
    speakers: [],
    hosts: ['b', 'a'],
    topics: [],
  };
  const organisations = [
    { id: 'a', name: 'A' },
    { id: 'b', name: 'B' },
  ];
  const plan = (hosts: readonly string[]): string[] =>
    planGroups({
      lang: 'en',
      organisations,
      days: [{ date: '2027-03-01', sessions: ['s'] }],
      sessions: [{ ...session, hosts }],
    }).map(({ title }) => title);
  expect(plan([])).toEqual(['Tables']);
  expect(plan(['b', 'a'])).toEqual(['B', 'A']);
});
