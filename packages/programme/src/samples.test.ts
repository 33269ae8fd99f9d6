/// <reference types="node" />
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readProgramme } from './read-programme.ts';
import { sample2016, sample2016Text } from './samples.ts';

const FILES = { fr: 'programme.json', en: 'programme.en.json' } as const;

describe.each(['fr', 'en'] as const)('the sample in %s', (lang) => {
  const sample = sample2016(lang);

  test('[PG50] is the summit of 2016', () => {
    expect(sample).toMatchObject({
      lang,
      start: '2016-10-12',
      end: '2016-10-14',
      city: 'Paris',
      timezone: 'Europe/Paris',
    });
    expect(sample.slug).toBe('european-pro-bono-summit-2016');
    expect(sample.days.map(({ sessions }) => sessions.length)).toEqual([3, 18, 1]);
    expect(sample.sessions.filter(({ question }) => question !== undefined)).toHaveLength(7);
    expect([sample.places.length, sample.organisations.length, sample.speakers.length]).toEqual([2, 15, 4]);
  });

  test('[PG50] is a file that reads as it is', () => {
    expect(readProgramme(sample2016Text(lang))).toEqual({ ok: true, programme: sample });
  });

  const source = new URL(`../../../../shared/data/summit-2016/${FILES[lang]}`, import.meta.url);
  test.skipIf(!existsSync(source))(
    '[PG50] agrees with its source (skipped where ../shared/data/summit-2016 is absent)',
    () => {
      expect(readProgramme(readFileSync(source, 'utf8'))).toEqual({ ok: true, programme: sample });
    },
  );
});

test('[PG50] both languages have the same ids in the same order', () => {
  const bones = (lang: 'fr' | 'en'): unknown => {
    const { days, sessions, hosts, partners, places, organisations, speakers, slug } = sample2016(lang);
    return {
      slug,
      days,
      hosts,
      partners,
      sessions: sessions.map(({ id, kind, date, place, speakers: who, hosts: where, topics }) => [
        id,
        kind,
        date,
        place,
        who,
        where,
        topics.length,
      ]),
      lists: [places, organisations, speakers].map((list) => list.map(({ id }) => id)),
    };
  };
  expect(bones('fr')).toEqual(bones('en'));
});
