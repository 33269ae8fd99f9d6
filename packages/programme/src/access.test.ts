import { describe, expect, test } from 'vitest';
import { accessIn, accessTo, allows, isOrganiser, type Access } from './access.ts';
import type { FrontDocument, Group, Role } from './model.ts';

const CASES: readonly (readonly [Role, Access])[] = [
  ['reader', 'read'],
  ['participant', 'write'],
  ['rapporteur', 'sign'],
  ['organiser', 'organise'],
];

describe.each(CASES)('a %s', (role, given) => {
  test(`[PG30] of the summit has ${given} in any group`, () => {
    expect(accessTo('a', [{ role }])).toBe(given);
    expect(accessTo('b', [{ role }])).toBe(given);
  });

  test(`[PG31] of one group has ${given} there and reads the others`, () => {
    expect(accessTo('a', [{ role, group: 'a' }])).toBe(given);
    expect(accessTo('b', [{ role, group: 'a' }])).toBe('read');
  });

  test('[PG33] organises the summit only as organiser of all of it', () => {
    expect(isOrganiser([{ role }])).toBe(role === 'organiser');
    expect(isOrganiser([{ role, group: 'a' }])).toBe(false);
  });
});

test('[PG32] the strongest membership counts, in either order', () => {
  const both = [{ role: 'reader' }, { role: 'rapporteur', group: 'a' }] as const;
  expect(accessTo('a', both)).toBe('sign');
  expect(accessTo('a', both.toReversed())).toBe('sign');
  expect(accessTo('b', both)).toBe('read');
  expect(accessTo('a', [{ role: 'participant' }, { role: 'reader', group: 'a' }])).toBe('write');
});

test('[PG32] without a membership there is no access', () => {
  expect(accessTo('a', [])).toBe('none');
  expect(isOrganiser([])).toBe(false);
});

test('[PG34] each level includes those before it and none after it', () => {
  const levels = ['none', 'read', 'write', 'sign', 'organise'] as const;
  for (const [has, access] of levels.entries()) {
    for (const [needs, needed] of levels.entries()) expect(allows(access, needed)).toBe(has >= needs);
  }
});

describe('what stands before the sections', () => {
  const editorial: FrontDocument = {
    id: 'e',
    session: '',
    title: 'Editorial',
    lang: 'en',
    front: 'editorial',
  };
  const group: Group = { id: 'a', session: 's', title: 'A', lang: 'en' };

  test('[PG35] is organised by organisers and written by rapporteurs too', () => {
    expect(accessIn(editorial, [{ role: 'organiser' }])).toBe('organise');
    expect(accessIn(editorial, [{ role: 'rapporteur' }])).toBe('write');
    expect(accessIn(editorial, [{ role: 'rapporteur', group: 'a' }])).toBe('write');
  });

  test('[PG35] is closed to everybody else', () => {
    for (const role of ['participant', 'reader'] as const) {
      expect(accessIn(editorial, [{ role }])).toBe('none');
    }
    expect(accessIn(editorial, [{ role: 'organiser', group: 'a' }])).toBe('none');
    expect(accessIn(editorial, [])).toBe('none');
  });

  test('[PG30] changes nothing for a group', () => {
    expect(accessIn(group, [{ role: 'participant' }])).toBe('write');
  });
});
