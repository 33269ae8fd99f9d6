import { describe, expect, test } from 'vitest';
import { sample2016 } from '../samples.ts';
import { FRONT_KINDS, frontId } from '../front-matter.ts';
import { frontTemplates, sessionKind, sessionKinds, templateFor } from './templates.ts';

test('[PG23] the seven kinds of the reference event', () => {
  expect(sessionKinds.map(({ id }) => id)).toEqual([
    'round-table',
    'speed-dating',
    'field-visits',
    'working-group',
    'workshop',
    'bar-camp',
    'strategy',
  ]);
  expect(sessionKinds.filter(({ documentPerHost }) => documentPerHost).map(({ id }) => id)).toEqual([
    'speed-dating',
    'field-visits',
  ]);
  expect(sessionKind('brunch')).toBeUndefined();
});

describe.each(sessionKinds)('$id', (kind) => {
  test('[PG23] the same parts in both languages, in other words', () => {
    const { fr, en } = kind.template;
    expect(
      fr.parts.map(({ id, expects, words, required, repeat }) => [id, expects, words, required, repeat]),
    ).toEqual(
      en.parts.map(({ id, expects, words, required, repeat }) => [id, expects, words, required, repeat]),
    );
    for (const [index, part] of fr.parts.entries()) expect(part.prompt).not.toBe(en.parts[index]?.prompt);
  });

  test('[PG28] has a word limit and a part to be filled', () => {
    expect(kind.template.fr.parts.some(({ required }) => required === true)).toBe(true);
    expect(kind.template.fr.parts.some(({ words }) => words !== undefined)).toBe(true);
  });

  test('[PG25] hopes only for outcomes that exist', () => {
    const known = new Set(['insight', 'recommendation', 'action', 'question']);
    expect(
      kind.template.fr.parts.flatMap(({ expects }) => expects).filter((each) => !known.has(each)),
    ).toEqual([]);
  });

  test('[PG26] French typography', () => {
    for (const { heading, prompt } of kind.template.fr.parts) {
      for (const text of [heading, prompt]) {
        expect(text).not.toMatch(/'|"|[^\u202F][;!?]|[^\u00A0]:|«[^\u00A0]|[^\u00A0]»/u);
      }
    }
    for (const { heading, prompt } of kind.template.en.parts)
      expect(heading + prompt).not.toMatch(/['"]| [;:!?]/u);
  });
});

describe.each(FRONT_KINDS)('%s', (front) => {
  const { id, label, template } = frontTemplates[front];

  test('[PG27] is called and begins in both languages', () => {
    expect(id).toBe(front);
    expect(label.fr).not.toBe(label.en.toLowerCase());
    expect(template.fr.parts.map((part) => part.id)).toEqual(template.en.parts.map((part) => part.id));
    expect(template.fr.parts.length).toBeGreaterThan(0);
  });

  test('[PG27] has an id that follows from its summit', () => {
    expect(frontId('s1', front)).toBe(frontId('s1', front));
    expect(frontId('s1', front)).not.toBe(frontId('s2', front));
  });

  test('[PG26] French typography', () => {
    for (const { heading, prompt } of template.fr.parts) {
      expect(`${heading} ${prompt}`).not.toMatch(/'|"|[^\u202F][;!?]|[^\u00A0]:|«[^\u00A0]|[^\u00A0]»/u);
    }
  });
});

describe('parts that repeat', () => {
  const speakers = [
    { id: 'ada', name: 'Ada' },
    { id: 'bob.k', name: 'Bob' },
    { id: 'bob-k', name: 'Bob the other' },
    { id: '雪', name: '雪' },
  ];

  test('[PG24] one part for each speaker of the session, in its order', () => {
    const session = { kind: 'round-table', speakers: ['bob.k', 'ada', 'bob-k', '雪'] };
    for (const lang of ['fr', 'en'] as const) {
      const { parts } = templateFor(session, lang, speakers);
      expect(parts.slice(1, 5).map(({ id, heading }) => [id, heading])).toEqual([
        ['speaker-bob-k', 'Bob'],
        ['speaker-ada', 'Ada'],
        ['speaker-bob-k-2', 'Bob the other'],
        [expect.stringMatching(/^speaker[a-z0-9-]*$/u), '雪'],
      ]);
      expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length);
      expect(parts.every((part) => !Object.hasOwn(part, 'repeat'))).toBe(true);
      expect(parts[1]?.expects).toEqual(['insight']);
    }
  });

  test('[PG24] without speakers one plain part', () => {
    const { parts } = templateFor({ kind: 'round-table', speakers: [] }, 'en', speakers);
    expect(parts.map(({ id, heading }) => [id, heading])).toEqual([
      ['theme', 'The theme'],
      ['speaker', 'Talks'],
      ['discussion', 'Discussion with the room'],
      ['takeaways', 'What to take away'],
    ]);
  });

  test('[PG24] the round table of 2016 has its four speakers', () => {
    const { sessions, speakers: all } = sample2016('fr');
    const table = sessions.find(({ kind }) => kind === 'round-table');
    expect(
      table &&
        templateFor(table, 'fr', all)
          .parts.slice(1, 5)
          .map(({ heading }) => heading),
    ).toEqual(all.map(({ name }) => name));
  });

  test('a kind that does not exist is misuse', () => {
    expect(() => templateFor({ kind: 'brunch', speakers: [] }, 'en', [])).toThrow(RangeError);
  });
});
